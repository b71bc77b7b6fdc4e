import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'destructive-unsaid',
  title: 'A writing tool does not say whether it destroys.',
  rule: 'TOOL-06',
  case: 'no-destructive',
  level: 'should',
  change(server) {
    server.addTool({
      name: 'add_review',
      description: 'Adds a review of a book to the catalogue. Returns the id of the review.',
      annotations: {
        title: 'Add a review',
        readOnlyHint: false,
        openWorldHint: false,
        idempotentHint: false,
      },
    })
  },
})
