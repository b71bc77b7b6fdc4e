import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'name-with-dot',
  title: 'The name of a tool has a dot.',
  rule: 'TOOL-11',
  case: 'characters',
  level: 'should',
  change(server) {
    server.addTool({ name: 'library.visitors' })
  },
})
