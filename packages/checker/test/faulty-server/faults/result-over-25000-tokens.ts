import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'result-over-25000-tokens',
  title: 'The list of subjects comes with the text of every book.',
  rule: 'LIM-01',
  case: 'over',
  level: 'must',
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => ({ subjects: 'a word and another '.repeat(20_000) }))
  },
})
