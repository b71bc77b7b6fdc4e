import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'name-with-space',
  title: 'The name of a tool has a space.',
  rule: 'TOOL-11',
  case: 'characters',
  level: 'should',
  change(server) {
    server.addTool({ name: 'count visitors' })
  },
})
