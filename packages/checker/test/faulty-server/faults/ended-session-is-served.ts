import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'ended-session-is-served',
  title: 'DELETE is accepted, and the session lives on.',
  rule: 'TRN-04',
  case: 'ended',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    const refuse = server.gates.get('delete')
    server.gates.set('delete', (incoming, plan) =>
      refuse?.(incoming, { ...plan, sessions: new Set(plan.sessions) }),
    )
  },
})
