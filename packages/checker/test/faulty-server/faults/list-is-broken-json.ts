import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-is-broken-json',
  title: 'The list of tools is broken JSON.',
  rule: 'TOOL-01',
  case: 'list-failed',
  outcome: 'could-not-look',
  level: 'reject',
  // What the list says could not be read; that its answer is no message is a fault of its own.
  also: ['PRO-02'],
  change(server) {
    server.changeReply('tools/list', (reply) => {
      reply.body = reply.body.toString().slice(0, -1)
    })
  },
})
