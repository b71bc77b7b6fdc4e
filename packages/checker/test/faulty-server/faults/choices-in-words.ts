import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'choices-in-words',
  title: 'The choices of a parameter stand only in its words.',
  rule: 'TOOL-24',
  case: 'choices',
  level: 'should',
  change(server) {
    server.parameter('list_branches', 'order', { type: 'string', description: 'One of: name, street.' })
  },
})
