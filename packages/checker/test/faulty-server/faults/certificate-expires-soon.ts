import { asPublic, certificate } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'certificate-expires-soon',
  title: 'The certificate expires in three days.',
  rule: 'NET-01',
  eras: ['both'],
  case: 'expires-soon',
  level: 'should',
  also: ['NET-02'],
  // On loopback a public name cannot have a public address.
  options: (place) => asPublic(place, { scheme: 'https', daysLeft: 3 }),
  async change(server) {
    server.certificate = await certificate({})
    server.gates.delete('host')
  },
})
