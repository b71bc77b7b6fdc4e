import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'result-type-unsaid',
  title: 'Results do not say whether they are complete.',
  rule: 'PRO-02',
  case: 'shape',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('prompts/list', (result) => {
      delete result['resultType']
    })
  },
})
