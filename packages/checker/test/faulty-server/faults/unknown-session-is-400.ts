import { defineFault } from '../fault.ts'
import { refusal } from '../reply.ts'

export const fault = defineFault({
  id: 'unknown-session-is-400',
  title: 'A session that the server does not know is a bad request.',
  rule: 'TRN-04',
  case: 'unknown',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    const { sessions } = server
    server.guards.set('session', ({ era, method, headers, id }) => {
      if (era !== 'legacy' || method === 'initialize') return undefined
      if (sessions.has(String(headers['mcp-session-id']))) return undefined
      return refusal(400, id, -32000, 'Bad request: there is no valid session id.')
    })
  },
})
