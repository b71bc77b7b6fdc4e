import { asPublic, certificate } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'old-tls-accepted',
  title: 'TLS 1.0 is accepted.',
  rule: 'NET-01',
  eras: ['both'],
  case: 'old-accepted',
  level: 'should',
  also: ['NET-02'],
  // On loopback a public name cannot have a public address.
  options: (place) => asPublic(place, { scheme: 'https' }),
  async change(server) {
    server.certificate = await certificate({})
    server.gates.delete('host')
    server.oldestTls = 'TLSv1'
  },
})
