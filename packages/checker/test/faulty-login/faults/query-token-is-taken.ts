import { refusing, type Fault } from '../fault.ts'
import { answerWithoutLogin } from '../resource-server.ts'

export const fault: Fault = {
  id: 'query-token-is-taken',
  raises: 'AUTH-27',
  case: 'accepted',
  level: 'must',
  scopes: ['login'],
  change: refusing('anonymous', (call, _right, { accessTokens }) =>
    accessTokens.has(call.url.searchParams.get('access_token') ?? '') ? answerWithoutLogin(call) : undefined,
  ),
}
