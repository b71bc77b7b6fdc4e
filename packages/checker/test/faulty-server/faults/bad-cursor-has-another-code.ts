import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'bad-cursor-has-another-code',
  title: 'A cursor that nobody gave out is refused as an inner error.',
  rule: 'PRO-05',
  case: 'other-code',
  level: 'info',
  change(server) {
    server.onAnswer.push(({ error }, { method }) => {
      if (method === 'tools/list' && isObject(error)) error['code'] = -32603
    })
  },
})
