import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'unknown-tool-succeeds',
  title: 'A tool that does not exist gives a result.',
  rule: 'PRO-04',
  case: 'succeeds',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    const call = server.methods.get('tools/call')
    server.methods.set('tools/call', (asked, plan) => {
      const known = plan.tools.some(({ name }) => name === asked.params['name'])
      return known && call ? call(asked, plan) : { content: [{ type: 'text', text: 'Done.' }] }
    })
  },
})
