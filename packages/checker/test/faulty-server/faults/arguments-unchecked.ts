import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'arguments-unchecked',
  title: 'Lists take a limit of any type.',
  rule: 'ERR-03',
  case: 'wrong-type-accepted',
  level: 'must',
  scopes: ['passive', 'call'],
  change(server) {
    const call = server.methods.get('tools/call')
    server.methods.set('tools/call', (asked, plan) => {
      const { name } = asked.params
      const list = name === 'list_subjects' || name === 'list_branches'
      return call?.(list ? { ...asked, params: { name, arguments: {} } } : asked, plan) ?? {}
    })
  },
})
