import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'mistakes-are-not-noticed',
  title: 'A tool takes whatever it is given.',
  rule: 'ERR-03',
  level: 'must',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.changeTool('list_branches', {})
    const call = server.methods.get('tools/call')
    server.methods.set('tools/call', (asked, plan) => {
      const result = call?.(asked, plan) ?? {}
      if (asked.params['name'] !== 'list_branches') return result
      return { content: [{ type: 'text', text: '[]' }] }
    })
  },
})
