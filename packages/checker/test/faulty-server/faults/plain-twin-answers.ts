import { asPublic, certificate } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'plain-twin-answers',
  title: 'The same path answers over plain http.',
  rule: 'NET-01',
  eras: ['both'],
  case: 'plain-mcp',
  level: 'should',
  also: ['NET-02'],
  // On loopback a public name cannot have a public address.
  options: (place) => asPublic(place, { scheme: 'https' }),
  async change(server) {
    server.certificate = await certificate({})
    server.gates.delete('host')
    server.plainTwin = true
  },
})
