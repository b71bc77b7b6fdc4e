import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'redirect-to-another-host',
  title: 'Every request is redirected to another host.',
  rule: 'TRN-08',
  eras: ['both'],
  case: 'other-host',
  level: 'must',
  change(server) {
    server.onReply.push((reply) => {
      Object.assign(reply, { status: 307, headers: { location: 'http://localhost:9/mcp' }, body: '' })
    })
  },
})
