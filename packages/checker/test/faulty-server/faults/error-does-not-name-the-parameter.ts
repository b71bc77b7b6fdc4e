import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'error-does-not-name-the-parameter',
  title: 'Errors say that a value is unusable, not which one.',
  rule: 'ERR-02',
  case: 'unnamed',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    const content = [{ type: 'text', text: 'One of the values cannot be used for this.' }]
    server.onAnswer.push(({ result }) => {
      if (isObject(result) && result['isError'] === true) result['content'] = content
    })
  },
})
