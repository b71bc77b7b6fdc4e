import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'errors-say-nothing',
  title: 'Wrong arguments are answered with an error without words.',
  rule: 'ERR-02',
  case: 'generic',
  level: 'must',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.changeResult('tools/call', (result) => {
      if (result['isError'] === true) result['content'] = [{ type: 'text', text: 'Error' }]
    })
  },
})
