import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'limit-is-ignored',
  title: 'The list of subjects is as long with a limit of one.',
  rule: 'LIM-04',
  case: 'limit-ignored',
  outcome: 'needs-human',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => ({ subjects: 'a word and another '.repeat(4_000) }))
  },
})
