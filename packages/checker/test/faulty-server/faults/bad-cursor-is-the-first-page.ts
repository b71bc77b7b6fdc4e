import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'bad-cursor-is-the-first-page',
  title: 'A cursor that nobody gave out shows the first page.',
  rule: 'PRO-05',
  case: 'accepted',
  level: 'should',
  change(server) {
    const list = server.methods.get('tools/list')
    server.methods.set('tools/list', (call, plan) => {
      try {
        return list?.(call, plan) ?? {}
      } catch {
        return list?.({ ...call, params: {} }, plan) ?? {}
      }
    })
  },
})
