import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'result-of-200000-tokens',
  title: 'A result is longer than a client takes.',
  rule: 'LIM-01',
  case: 'over',
  level: 'must',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    const words = 'Architecture and the sea, shelf by shelf. '.repeat(4_000)
    server.runs.set('list_subjects', () => ({ words }))
  },
})
