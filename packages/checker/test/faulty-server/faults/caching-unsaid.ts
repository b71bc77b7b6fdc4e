import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'caching-unsaid',
  title: 'The list of tools does not say how long it may be kept.',
  rule: 'PRO-11',
  case: 'missing',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('tools/list', (result) => {
      delete result['ttlMs']
    })
  },
})
