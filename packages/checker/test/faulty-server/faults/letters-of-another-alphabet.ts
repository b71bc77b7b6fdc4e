import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'letters-of-another-alphabet',
  title: 'A description writes a word with letters of another alphabet.',
  rule: 'TOOL-20',
  case: 'suspect',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.changeTool('get_book', { description: 'Gives one b\u043e\u043ek by its id, with title and year.' })
  },
})
