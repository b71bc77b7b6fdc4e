import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'opening-is-broken-json',
  title: 'The openings are answered with broken JSON.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    for (const method of ['initialize', 'server/discover']) {
      server.changeReply(method, (reply) => {
        reply.body = reply.body.toString().slice(0, -2)
      })
    }
  },
})
