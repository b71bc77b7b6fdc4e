import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'writes-without-login',
  title: 'A tool writes, and nobody has to log in.',
  rule: 'AUTH-01',
  case: 'writes-without-login',
  outcome: 'needs-human',
  level: 'info',
  change(server) {
    server.addTool({
      name: 'add_review',
      description: 'Adds a review of a book to the catalogue. Returns the id of the review.',
      annotations: {
        title: 'Add a review',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    })
  },
})
