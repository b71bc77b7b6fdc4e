import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'notification-gets-a-body',
  title: 'A notification is answered with 202 and null.',
  rule: 'TRN-14',
  case: 'body',
  level: 'should',
  eras: ['legacy'],
  change(server) {
    server.changeReply('notifications/initialized', (reply) => {
      reply.headers['content-type'] = 'application/json'
      reply.body = 'null'
    })
  },
})
