import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'guidance-elsewhere',
  title: 'The instructions are long and the descriptions short.',
  rule: 'TOOL-27',
  case: 'elsewhere',
  level: 'should',
  change(server) {
    for (const { name } of server.tools)
      server.changeTool(name, { description: 'Looks into the town library.' })
    server.instructions = 'Ask for the branch first, then for the day of the week. '.repeat(6)
  },
})
