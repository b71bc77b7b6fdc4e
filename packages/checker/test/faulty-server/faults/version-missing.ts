import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'version-missing',
  title: 'Initialize is answered without a version.',
  rule: 'TRN-03',
  case: 'none',
  level: 'must',
  eras: ['legacy'],
  change(server) {
    server.changeResult('initialize', (result) => delete result['protocolVersion'])
  },
})
