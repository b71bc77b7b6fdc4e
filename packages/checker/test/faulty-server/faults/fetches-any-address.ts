import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'fetches-any-address',
  title: 'A tool fetches whatever address it is given.',
  rule: 'DATA-06',
  case: 'fetches',
  outcome: 'needs-human',
  level: 'should',
  change(server) {
    server.parameter('get_book', 'url', { type: 'string', description: 'The page to fetch.' })
  },
})
