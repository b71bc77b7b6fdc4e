import { gzipSync } from 'node:zlib'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-gzip',
  title: 'Bodies are packed with gzip.',
  rule: 'none',
  eras: ['both'],
  change(server) {
    server.onReply.push((reply) => {
      if (reply.body === '') return
      reply.body = gzipSync(reply.body)
      reply.headers['content-encoding'] = 'gzip'
    })
  },
})
