import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'array-of-anything',
  title: 'A list does not say what it holds.',
  rule: 'TOOL-32',
  case: 'no-items',
  level: 'should',
  change(server) {
    server.parameter('list_branches', 'cities', { type: 'array', description: 'The cities.' })
  },
})
