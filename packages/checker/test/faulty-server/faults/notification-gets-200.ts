import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'notification-gets-200',
  title: 'A notification is answered with 200.',
  rule: 'TRN-14',
  case: 'status',
  level: 'should',
  eras: ['legacy'],
  change(server) {
    server.changeReply('notifications/initialized', (reply) => {
      reply.status = 200
    })
  },
})
