import { instead, places, type Fault } from '../fault.ts'
import { empty } from '../messages.ts'

export const fault: Fault = {
  id: 'more-rights-unnamed',
  raises: 'AUTH-19',
  case: 'unnamed',
  level: 'info',
  scopes: ['login'],
  change: instead(places.mcp, ({ body }, right) =>
    right.status === 200 && body.includes('"tools/list"') ? empty(403) : undefined,
  ),
}
