import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'server-info-missing',
  title: 'Initialize does not say who the server is.',
  rule: 'PRO-02',
  case: 'opening',
  level: 'must',
  eras: ['legacy', 'both'],
  change(server) {
    server.changeResult('initialize', (result) => {
      delete result['serverInfo']
    })
  },
})
