import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'result-over-150000-characters',
  title: 'A result that is mostly blanks has 200,000 characters.',
  rule: 'LIM-02',
  case: 'long',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => ({ subjects: ' '.repeat(200_000) }))
  },
})
