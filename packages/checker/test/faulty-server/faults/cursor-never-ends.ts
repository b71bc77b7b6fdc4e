import type { JsonObject } from '../content.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'cursor-never-ends',
  title: 'Every page of tools names another page.',
  rule: 'TRN-05',
  eras: ['modern', 'legacy'],
  case: 'too-many-pages',
  level: 'must',
  change(server) {
    server.pageSize = 5
    server.methods.set('tools/list', ({ params }, { tools }) => {
      const page = Number(params['cursor'] ?? 0)
      return { tools: page === 0 ? (tools as JsonObject[]) : [], nextCursor: `${page + 1}` }
    })
  },
})
