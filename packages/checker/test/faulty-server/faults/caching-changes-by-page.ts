import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'caching-changes-by-page',
  title: 'The first page of tools is public and the second is private.',
  rule: 'PRO-11',
  case: 'scope-changes',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('tools/list', (result, { params }) => {
      if (params['cursor'] !== undefined) result['cacheScope'] = 'private'
    })
  },
})
