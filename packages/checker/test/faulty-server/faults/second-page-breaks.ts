import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'second-page-breaks',
  title: 'The second page of tools is answered with an error.',
  rule: 'TOOL-01',
  case: 'list-cut',
  outcome: 'could-not-look',
  level: 'reject',
  change(server) {
    server.changeReply('tools/list', (reply, { params }) => {
      if (params['cursor'] !== undefined) Object.assign(reply, plainReply(502, 'Bad gateway.'))
    })
  },
})
