import type { JsonObject } from '../content.ts'
import { defineFault } from '../fault.ts'
import { RpcError } from '../methods.ts'

export const fault = defineFault({
  id: 'tolerated-empty-cursor-list',
  title: 'The last page of tools is empty.',
  rule: 'none',
  change(server) {
    server.pageSize = 5
    server.methods.set('tools/list', ({ params: { cursor }, era }, { tools }) => {
      if (cursor !== undefined && cursor !== 'end') throw new RpcError(-32602, 'This cursor is not known.')
      return {
        ...(cursor === 'end' ? { tools: [] } : { tools: tools as JsonObject[], nextCursor: 'end' }),
        ...(era === 'modern' ? { ttlMs: 0, cacheScope: 'private' } : {}),
      }
    })
  },
})
