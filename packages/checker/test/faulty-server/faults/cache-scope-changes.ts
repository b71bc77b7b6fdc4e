import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'cache-scope-changes',
  title: 'The pages of a list differ in who may keep them.',
  rule: 'PRO-11',
  case: 'scope-changes',
  level: 'should',
  eras: ['both', 'modern'],
  change(server) {
    server.changeResult('tools/list', (result, { params }) => {
      if (params['cursor'] !== undefined) result['cacheScope'] = 'private'
    })
  },
})
