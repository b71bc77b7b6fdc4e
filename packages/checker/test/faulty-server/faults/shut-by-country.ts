import { plainReply } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'shut-by-country',
  title: 'Callers of this country are refused.',
  rule: 'NET-09',
  case: 'blocked',
  level: 'should',
  also: ['TRN-01'],
  change(server) {
    server.onReply.push((reply) => Object.assign(reply, plainReply(451, 'Not available in your country.')))
  },
})
