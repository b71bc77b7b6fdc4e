import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'secret-as-argument',
  title: 'A tool takes a key as an argument.',
  rule: 'TOOL-34',
  case: 'secret',
  level: 'should',
  change(server) {
    server.parameter('get_book', 'api_key', { type: 'string', description: 'Your API key.' })
  },
})
