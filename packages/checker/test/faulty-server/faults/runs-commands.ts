import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'runs-commands',
  title: 'A tool runs commands.',
  rule: 'TOOL-33',
  case: 'runs',
  outcome: 'needs-human',
  level: 'should',
  change(server) {
    server.addTool({
      name: 'execute_command',
      description: 'Executes a shell command on the machine of the library. Returns what it printed.',
      inputSchema: {
        type: 'object',
        properties: { command: { type: 'string', maxLength: 200, description: 'The shell command.' } },
        required: ['command'],
      },
      annotations: {
        title: 'Execute a command',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: false,
        openWorldHint: true,
      },
    })
  },
})
