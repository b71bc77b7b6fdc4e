import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'error-without-flag',
  title: 'Errors are results that only begin with "Error:".',
  rule: 'ERR-04',
  case: 'unflagged',
  outcome: 'needs-human',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    server.onAnswer.push(({ result }) => {
      if (!isObject(result) || result['isError'] !== true) return
      result['isError'] = false
      result['content'] = [{ type: 'text', text: 'Error: limit, query, book_id, branch_id or day is wrong.' }]
    })
  },
})
