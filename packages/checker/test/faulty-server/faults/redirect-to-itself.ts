import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'redirect-to-itself',
  title: 'Every request is redirected to the same address.',
  rule: 'TRN-08',
  eras: ['both'],
  case: 'same-host',
  level: 'should',
  change(server) {
    server.onReply.push((reply) => {
      Object.assign(reply, { status: 302, headers: { location: '/mcp' }, body: '' })
    })
  },
})
