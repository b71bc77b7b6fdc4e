import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'session-ids-repeat',
  title: 'Every session has the same id.',
  rule: 'TRN-16',
  case: 'repeated',
  level: 'must',
  eras: ['legacy', 'both'],
  change(server) {
    server.newSession = () => 'the-one-session-of-the-library'
  },
})
