import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'output-without-structure',
  title: 'A tool with an outputSchema answers in words only.',
  rule: 'TOOL-29',
  case: 'missing',
  level: 'should',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.changeTool('list_subjects', {
      outputSchema: { type: 'object', properties: { count: { type: 'integer' } } },
    })
    server.changeResult('tools/call', (result, { params }) => {
      if (params['name'] === 'list_subjects') delete result['structuredContent']
    })
  },
})
