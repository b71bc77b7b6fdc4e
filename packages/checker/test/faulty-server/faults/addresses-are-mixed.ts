import { asPublic } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'addresses-are-mixed',
  title: 'Of two addresses of the name one is private.',
  rule: 'NET-02',
  eras: ['both'],
  case: 'mixed',
  level: 'must',
  options: (place) =>
    asPublic(place, { scheme: 'https', allowLoopback: false, addresses: ['93.184.215.14', '192.168.1.1'] }),
  change(server) {
    server.gates.delete('host')
  },
})
