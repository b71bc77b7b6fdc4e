import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'missing-argument-accepted',
  title: 'The search without words finds books.',
  rule: 'ERR-03',
  case: 'missing-accepted',
  level: 'must',
  scopes: ['passive', 'call'],
  change(server) {
    const call = server.methods.get('tools/call')
    server.methods.set('tools/call', (asked, plan) => {
      const { name, arguments: given } = asked.params
      const empty = name === 'search_books' && JSON.stringify(given) === '{}'
      const params = empty ? { name, arguments: { query: 'tide' } } : asked.params
      return call?.({ ...asked, params }, plan) ?? {}
    })
  },
})
