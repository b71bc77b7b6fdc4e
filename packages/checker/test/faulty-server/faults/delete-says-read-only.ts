import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'delete-says-read-only',
  title: 'A tool that deletes says that it only reads.',
  rule: 'TOOL-07',
  case: 'read-only',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.addTool({
      name: 'delete_review',
      description: 'Deletes a review of a book from the catalogue. Returns the id of the review.',
    })
  },
})
