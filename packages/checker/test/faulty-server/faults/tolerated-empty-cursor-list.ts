import type { JsonObject } from '../content.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-empty-cursor-list',
  title: 'The last page of tools is empty.',
  rule: 'none',
  change(server) {
    server.pageSize = 5
    server.methods.set('tools/list', ({ params, era }, { tools }) => ({
      ...(params['cursor'] === 'end' ? { tools: [] } : { tools: tools as JsonObject[], nextCursor: 'end' }),
      ...(era === 'modern' ? { ttlMs: 0, cacheScope: 'private' } : {}),
    }))
  },
})
