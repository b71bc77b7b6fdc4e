import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'output-is-not-structured',
  title: 'A book has an outputSchema and comes as text alone.',
  rule: 'TOOL-29',
  case: 'missing',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    server.changeResult('tools/call', (result) => {
      delete result['structuredContent']
    })
  },
})
