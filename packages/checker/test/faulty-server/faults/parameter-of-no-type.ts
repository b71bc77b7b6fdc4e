import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'parameter-of-no-type',
  title: 'A parameter has no type.',
  rule: 'TOOL-32',
  case: 'untyped',
  level: 'should',
  change(server) {
    server.parameter('list_branches', 'city', { description: 'The city.' })
  },
})
