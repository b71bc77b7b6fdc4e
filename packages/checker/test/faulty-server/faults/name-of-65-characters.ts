import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'name-of-65-characters',
  title: 'The name of a tool has 65 characters.',
  rule: 'TOOL-10',
  case: 'long',
  level: 'must',
  change(server) {
    server.addTool({ name: 'count_'.padEnd(65, 'x') })
  },
})
