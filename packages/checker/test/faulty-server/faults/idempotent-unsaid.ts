import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'idempotent-unsaid',
  title: 'A writing tool does not say whether a repeat is harmless.',
  rule: 'TOOL-09',
  case: 'idempotent',
  level: 'info',
  change(server) {
    server.addTool({
      name: 'add_review',
      description: 'Adds a review of a book to the catalogue. Returns the id of the review.',
      annotations: {
        title: 'Add a review',
        readOnlyHint: false,
        destructiveHint: false,
        openWorldHint: false,
      },
    })
  },
})
