import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'caching-for-nobody-known',
  title: 'The list of prompts may be kept by a group that does not exist.',
  rule: 'PRO-11',
  case: 'invalid',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('prompts/list', (result) => {
      result['cacheScope'] = 'team'
    })
  },
})
