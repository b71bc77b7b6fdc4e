import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'key-in-error',
  title: 'Errors hold the address of the database with its password.',
  rule: 'ERR-05',
  case: 'secret',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    const text =
      'query, book_id, branch_id, day or limit: no rows in postgres://library:sesame42@db.internal/books'
    server.onAnswer.push(({ result }) => {
      if (isObject(result) && result['isError'] === true) result['content'] = [{ type: 'text', text }]
    })
  },
})
