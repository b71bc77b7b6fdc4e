import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'error-code-is-text',
  title: 'The code of an error is a text.',
  rule: 'PRO-02',
  case: 'shape',
  level: 'should',
  change(server) {
    server.onAnswer.push(({ error }, { method }) => {
      if (method === 'completion/complete' && isObject(error)) error['code'] = 'METHOD_NOT_FOUND'
    })
  },
})
