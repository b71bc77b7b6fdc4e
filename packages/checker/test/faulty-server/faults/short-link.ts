import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'short-link',
  title: 'A description has a link of a shortener.',
  rule: 'SEC-02',
  case: 'shortener',
  level: 'should',
  change(server) {
    server.changeTool('get_book', {
      description: 'Gives one book by its id. More at https://bit.ly/3abcDEF.',
    })
  },
})
