import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'key-as-default',
  title: 'The default of a parameter is a token.',
  rule: 'SEC-01',
  case: 'secret',
  level: 'must',
  change(server) {
    server.parameter('list_branches', 'city', {
      type: 'string',
      description: 'The city.',
      default: ['ghp', 'k3J9sW2mQ8vX1bN7rT5yL0pZ4cF6hD8gA2eU'].join('_'),
    })
  },
})
