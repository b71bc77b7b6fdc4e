import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'limit-without-retry-after',
  title: 'Too many lists of tools are refused by a bare 429.',
  rule: 'LIM-05',
  case: 'no-retry-after',
  level: 'should',
  scopes: ['passive', 'call'],
  options: () => ({ calls: { which: 'read-only', burst: true } }),
  change(server) {
    let lists = 0
    server.changeReply('tools/list', (reply) => {
      lists += 1
      if (lists > 30) Object.assign(reply, { status: 429, headers: {}, body: '' })
    })
  },
})
