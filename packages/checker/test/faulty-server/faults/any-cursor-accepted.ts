import { defineFault } from '../fault.ts'
import { cursorOf } from '../methods.ts'

export const fault = defineFault({
  id: 'any-cursor-accepted',
  title: 'A cursor that nobody gave out is answered with the first page.',
  rule: 'PRO-05',
  case: 'accepted',
  level: 'should',
  change(server) {
    const list = server.methods.get('tools/list')
    const known = [cursorOf(2), cursorOf(4)]
    server.methods.set('tools/list', (call, plan) => {
      const knows = known.some((cursor) => cursor === call.params['cursor'])
      return list?.(knows ? call : { ...call, params: {} }, plan) ?? {}
    })
  },
})
