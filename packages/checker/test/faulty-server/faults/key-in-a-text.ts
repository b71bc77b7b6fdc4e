import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'key-in-a-text',
  title: 'A description shows a key of a cloud.',
  rule: 'SEC-01',
  case: 'secret',
  level: 'must',
  change(server) {
    const key = ['AKIA', 'QZ7W3M5KTV2RJ8HN'].join('')
    server.changeTool('get_book', { description: `Gives one book by its id, read with ${key}.` })
  },
})
