import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'sends-and-says-read-only',
  title: 'A tool sends e-mail and says that it only reads.',
  rule: 'TOOL-08',
  outcome: 'needs-human',
  level: 'should',
  change(server) {
    server.changeTool('list_subjects', {
      description: 'Sends the list of subjects as an e-mail to the reader.',
    })
  },
})
