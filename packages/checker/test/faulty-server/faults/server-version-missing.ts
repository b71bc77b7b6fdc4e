import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'server-version-missing',
  title: 'The server has a name and no version.',
  rule: 'PRO-02',
  case: 'opening',
  level: 'must',
  eras: ['legacy'],
  change(server) {
    server.serverInfo = { name: 'town-library' }
  },
})
