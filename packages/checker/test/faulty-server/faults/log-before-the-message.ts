import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'log-before-the-message',
  title: 'A line of the log comes before the list of prompts.',
  rule: 'PRO-02',
  case: 'not-json',
  level: 'must',
  change(server) {
    server.changeReply('prompts/list', (reply) => {
      reply.body = `listing prompts\n${reply.body.toString()}`
    })
  },
})
