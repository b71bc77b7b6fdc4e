import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'body-lies-about-gzip',
  title: 'The body claims gzip and is plain.',
  rule: 'TRN-01',
  outcome: 'could-not-look',
  level: 'reject',
  change(server) {
    server.onReply.push((reply, call) => {
      if (call && reply.body !== '') reply.headers['content-encoding'] = 'gzip'
    })
  },
})
