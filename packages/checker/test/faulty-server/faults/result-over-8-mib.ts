import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'result-over-8-mib',
  title: 'The list of subjects has 10 MB.',
  rule: 'LIM-01',
  case: 'too-large',
  level: 'must',
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => ({ subjects: 'x'.repeat(10_000_000) }))
  },
})
