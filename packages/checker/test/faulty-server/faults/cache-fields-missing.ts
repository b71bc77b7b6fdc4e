import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'cache-fields-missing',
  title: 'Results do not say how long they hold.',
  rule: 'PRO-11',
  case: 'missing',
  level: 'should',
  eras: ['both', 'modern'],
  change(server) {
    server.changeResult('tools/list', (result) => {
      delete result['ttlMs']
      delete result['cacheScope']
    })
  },
})
