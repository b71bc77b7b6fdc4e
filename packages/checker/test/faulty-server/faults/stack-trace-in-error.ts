import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'stack-trace-in-error',
  title: 'Errors pass on the stack.',
  rule: 'ERR-05',
  case: 'stack',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    const text =
      'query, book_id, branch_id, day or limit is wrong\n    at check (/srv/library/dist/check.js:10:3)\n    at run (/srv/library/dist/run.js:4:9)'
    server.onAnswer.push(({ result }) => {
      if (isObject(result) && result['isError'] === true) result['content'] = [{ type: 'text', text }]
    })
  },
})
