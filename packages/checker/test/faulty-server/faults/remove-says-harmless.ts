import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'remove-says-harmless',
  title: 'A tool that removes says that it does not destroy.',
  rule: 'TOOL-07',
  case: 'not-destructive',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.addTool({
      name: 'remove_review',
      description: 'Removes a review of a book from the catalogue. Returns the id of the review.',
      annotations: {
        title: 'Remove a review',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    })
  },
})
