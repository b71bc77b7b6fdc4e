import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'three-powers',
  title: 'Tools read private mail, read the web, and send.',
  rule: 'SEC-03',
  case: 'meet',
  outcome: 'needs-human',
  level: 'should',
  change(server) {
    server.addTool({
      name: 'read_inbox',
      description: 'Reads the newest letters to the library. Returns their texts.',
    })
    server.addTool({
      name: 'list_contacts',
      description: 'Lists the readers who wrote. Returns their names.',
    })
    server.addTool({
      name: 'send_email',
      description: 'Sends an e-mail in the name of the library. Returns its id.',
      annotations: {
        title: 'Send an e-mail',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: true,
      },
    })
  },
})
