import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'session-id-is-not-exposed',
  title: 'A page cannot read the session id.',
  rule: 'TRN-10',
  case: 'hidden',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    server.onReply.push(
      ({ headers }) => void Reflect.deleteProperty(headers, 'access-control-expose-headers'),
    )
  },
})
