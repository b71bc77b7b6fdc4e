import { asPublic } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'address-is-loopback',
  title: 'The name leads to the machine of whoever asks.',
  rule: 'NET-02',
  eras: ['both'],
  case: 'inner',
  level: 'must',
  options: (place) => asPublic(place, { scheme: 'https', allowLoopback: false }),
  change(server) {
    server.gates.delete('host')
  },
})
