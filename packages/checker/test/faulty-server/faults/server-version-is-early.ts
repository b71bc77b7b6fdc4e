import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'server-version-is-early',
  title: 'The server has a version before 1.0.',
  rule: 'TRN-11',
  case: 'early',
  level: 'info',

  change(server) {
    server.serverInfo = { name: 'town-library', version: '0.4.2' }
  },
})
