import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'session-ids-count',
  title: 'Session ids are a number that counts up.',
  rule: 'TRN-16',
  case: 'alike',
  level: 'must',
  eras: ['legacy', 'both'],
  change(server) {
    let last = 0
    server.newSession = () => `session-of-the-library-${String((last += 1)).padStart(6, '0')}`
  },
})
