import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'output-is-not-its-schema',
  title: 'A result does not keep the outputSchema.',
  rule: 'TOOL-29',
  case: 'invalid',
  level: 'should',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => ({ count: 'many' }))
    server.changeTool('list_subjects', {
      outputSchema: { type: 'object', properties: { count: { type: 'integer' } }, required: ['count'] },
    })
  },
})
