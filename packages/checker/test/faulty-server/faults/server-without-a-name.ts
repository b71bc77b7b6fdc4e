import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'server-without-a-name',
  title: 'The server tells its version and no name.',
  rule: 'PRO-02',
  eras: ['legacy'],
  change(server) {
    server.changeResult('initialize', (result) => {
      result['serverInfo'] = { version: '1.0.0' }
    })
  },
})
