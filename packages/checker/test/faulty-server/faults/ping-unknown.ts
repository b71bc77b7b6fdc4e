import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'ping-unknown',
  title: 'Ping does not exist.',
  rule: 'PRO-08',
  case: 'refused',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    server.methods.delete('ping')
  },
})
