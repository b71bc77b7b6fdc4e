import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'session-is-not-asked-for',
  title: 'A session id is given out, and requests without one are served.',
  rule: 'TRN-04',
  case: 'missing',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    const refuse = server.guards.get('session')
    server.guards.set('session', (call, plan) =>
      call.headers['mcp-session-id'] === undefined ? undefined : refuse?.(call, plan),
    )
  },
})
