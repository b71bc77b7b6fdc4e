import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-refusal-without-id',
  title:
    'A request without version and capabilities is refused with HTTP 400 and no id, as if its body were unread.',
  rule: 'none',
  eras: ['modern', 'both'],
  change(server) {
    const refuse = server.guards.get('meta')
    server.guards.set('meta', (call, plan) =>
      refuse?.({ ...call, id: call.id === undefined ? undefined : null }, plan),
    )
  },
})
