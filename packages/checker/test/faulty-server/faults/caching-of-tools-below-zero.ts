import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'caching-of-tools-below-zero',
  title: 'The list of tools may be kept for less than no time.',
  rule: 'PRO-11',
  case: 'invalid',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('tools/list', (result) => {
      result['ttlMs'] = -1
    })
  },
})
