import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'modern-version-refused-without-list',
  title: 'A version that is not known is refused without the list of those that are.',
  rule: 'PRO-01',
  case: 'unclear',
  level: 'should',
  eras: ['modern'],
  change(server) {
    server.onReply.push((reply) => {
      const body = reply.body.toString()
      if (body.includes('-32022')) reply.body = body.replace('"supported"', '"others"')
    })
  },
})
