import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'call-breaks',
  title: 'A call is answered with 500.',
  rule: 'ERR-01',
  case: 'breaks',
  level: 'must',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.changeReply('tools/call', (reply, { params }) => {
      if (params['name'] === 'list_subjects') Object.assign(reply, plainReply(500, 'Broken.'))
    })
  },
})
