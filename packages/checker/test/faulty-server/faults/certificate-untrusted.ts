import { asPublic, certificate } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'certificate-untrusted',
  title: 'The certificate is signed by nobody who is known.',
  rule: 'NET-01',
  eras: ['both'],
  case: 'untrusted',
  level: 'must',
  options: (place) => asPublic(place, { scheme: 'https', trusted: false }),
  async change(server) {
    server.certificate = await certificate({})
  },
})
