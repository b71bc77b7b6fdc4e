import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'list-changes',
  title: 'Every list of tools has another tool.',
  rule: 'PRO-06',
  case: 'differs',
  level: 'should',
  change(server) {
    let asked = 0
    server.changeResult('tools/list', ({ tools }, { params }) => {
      if (params['cursor'] !== undefined || !Array.isArray(tools)) return
      asked += 1
      const [first] = tools
      if (isObject(first)) tools.push({ ...first, name: `find_books_${asked}` })
    })
  },
})
