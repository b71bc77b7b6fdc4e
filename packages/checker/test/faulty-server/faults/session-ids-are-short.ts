import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'session-ids-are-short',
  title: 'Session ids have six characters.',
  rule: 'TRN-16',
  case: 'short',
  level: 'must',
  eras: ['legacy', 'both'],
  change(server) {
    server.newSession = () => crypto.randomUUID().slice(0, 6)
  },
})
