import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'instructions-too-long',
  title: 'The instructions of the server are a book.',
  rule: 'LIM-08',
  case: 'long',
  level: 'should',
  change(server) {
    server.instructions = 'Ask for the branch first, then for the day of the week. '.repeat(200)
  },
})
