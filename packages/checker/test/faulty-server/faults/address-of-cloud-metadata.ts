import { asPublic } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'address-of-cloud-metadata',
  title: 'The name leads to the metadata address of clouds.',
  rule: 'NET-02',
  eras: ['both'],
  case: 'inner',
  level: 'must',
  options: (place) =>
    asPublic(place, { scheme: 'https', allowLoopback: false, addresses: ['169.254.169.254'] }),
  change(server) {
    server.gates.delete('host')
  },
})
