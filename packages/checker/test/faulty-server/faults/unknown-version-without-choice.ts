import { defineFault } from '../fault.ts'
import { quoted, refusal } from '../reply.ts'

export const fault = defineFault({
  id: 'unknown-version-without-choice',
  title: 'Initialize refuses a version that it does not know and names no other.',
  rule: 'PRO-01',
  case: 'refused',
  level: 'should',
  eras: ['legacy'],
  change(server) {
    server.guards.set('initialize', ({ method, params, id }, { legacyVersions }) => {
      if (method !== 'initialize' || legacyVersions.includes(quoted(params['protocolVersion'])))
        return undefined
      return refusal(400, id, -32000, 'This version is not known.')
    })
  },
})
