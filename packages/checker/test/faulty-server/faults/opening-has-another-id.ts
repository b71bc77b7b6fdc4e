import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'opening-has-another-id',
  title: 'The openings are answered with another id.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'initialize' || method === 'server/discover') answer['id'] = 4711
    })
  },
})
