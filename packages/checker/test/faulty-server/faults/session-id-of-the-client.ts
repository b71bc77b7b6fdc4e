import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'session-id-of-the-client',
  title: 'Initialize takes over the session id that a client brings.',
  rule: 'TRN-17',
  case: 'adopted',
  level: 'must',
  eras: ['legacy', 'both'],
  change(server) {
    server.guards.delete('session')
    server.changeReply('initialize', (reply, { headers }) => {
      const brought = headers['mcp-session-id']
      if (brought !== undefined) reply.headers['mcp-session-id'] = String(brought)
    })
  },
})
