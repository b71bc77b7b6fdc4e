import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'cursor-is-null',
  title: 'The last page of resources has the cursor null.',
  rule: 'PRO-02',
  case: 'shape',
  level: 'should',
  change(server) {
    server.changeResult('resources/list', (result) => {
      result['nextCursor'] = null
    })
  },
})
