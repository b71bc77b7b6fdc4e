import { defineFault } from '../fault.ts'
import { isObject } from '../reply.ts'

export const fault = defineFault({
  id: 'error-says-nothing',
  title: 'Every mistake is answered with "Bad Request".',
  rule: 'ERR-02',
  case: 'generic',
  level: 'must',
  scopes: ['passive', 'call'],
  change(server) {
    server.onAnswer.push(({ result }) => {
      if (isObject(result) && result['isError'] === true)
        result['content'] = [{ type: 'text', text: 'Bad Request' }]
    })
  },
})
