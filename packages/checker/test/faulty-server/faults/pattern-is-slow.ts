import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'pattern-is-slow',
  title: 'The pattern of a parameter repeats what it repeats.',
  rule: 'TOOL-32',
  case: 'slow-pattern',
  level: 'should',
  change(server) {
    server.parameter('get_book', 'slug', {
      type: 'string',
      pattern: '^([a-z]+-?)*$',
      description: 'The title in small letters.',
    })
  },
})
