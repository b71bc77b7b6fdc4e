import { asPublic, certificate } from '../public-name.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'certificate-expired',
  title: 'The certificate has expired.',
  rule: 'NET-01',
  eras: ['both'],
  case: 'untrusted',
  level: 'must',
  options: (place) => asPublic(place, { scheme: 'https' }),
  async change(server) {
    server.certificate = await certificate({ expired: true })
  },
})
