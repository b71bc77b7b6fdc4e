import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'output-breaks-its-schema',
  title: 'The year of a book is a text, and its outputSchema says integer.',
  rule: 'TOOL-29',
  case: 'invalid',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    const found = server.runs.get('get_book')
    server.runs.set('get_book', (given) => ({ ...found?.(given), year: 'long ago' }))
  },
})
