import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'unknown-version-echoed',
  title: 'Initialize answers every version with the same one.',
  rule: 'PRO-01',
  case: 'echoed',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    server.changeResult('initialize', (result, { params }) => {
      result['protocolVersion'] = params['protocolVersion'] ?? null
    })
  },
})
