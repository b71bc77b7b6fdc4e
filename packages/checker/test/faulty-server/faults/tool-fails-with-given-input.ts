import { parseCallInputs } from '../../../src/index.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tool-fails-with-given-input',
  title: 'The book that its publisher names is not found.',
  rule: 'ERR-01',
  case: 'fails',
  level: 'must',
  scopes: ['passive', 'call'],
  options: () => {
    const given = { tools: { get_book: [{ arguments: { book_id: 'b2' } }] } }
    return { calls: { which: 'read-only', inputs: parseCallInputs(given, 'inputs') } }
  },
  change(server) {
    const found = server.runs.get('get_book')
    server.runs.set('get_book', (given) => found?.({ ...given, book_id: 'b99' }) ?? {})
  },
})
