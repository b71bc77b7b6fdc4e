import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'pays',
  title: 'A tool sends payments.',
  rule: 'USE-01',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.addTool({
      name: 'send_payment',
      description: 'Transfers funds to the bank account of the town library. Returns the id of the payment.',
      annotations: {
        title: 'Send a payment',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: false,
        openWorldHint: true,
      },
    })
  },
})
