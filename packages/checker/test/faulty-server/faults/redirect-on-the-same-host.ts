import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'redirect-on-the-same-host',
  title: 'Every request is redirected to another path.',
  rule: 'TRN-08',
  eras: ['both'],
  case: 'same-host',
  level: 'should',
  change(server) {
    server.onReply.push((reply) => {
      Object.assign(reply, { status: 308, headers: { location: '/mcp/' }, body: '' })
    })
  },
})
