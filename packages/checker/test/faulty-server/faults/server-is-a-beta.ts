import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'server-is-a-beta',
  title: 'The server calls itself a beta.',
  rule: 'TRN-11',
  case: 'unfinished',
  level: 'info',

  change(server) {
    server.serverInfo = { name: 'town-library-beta', version: '1.0.0' }
  },
})
