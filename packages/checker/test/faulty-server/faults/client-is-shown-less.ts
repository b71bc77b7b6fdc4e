import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'client-is-shown-less',
  title: 'A client by another name is shown fewer tools.',
  rule: 'TRN-12',
  case: 'differs',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.changeResult('tools/list', (result, { params }) => {
      const asked = JSON.stringify(params['_meta'] ?? {})
      if (asked.includes('example-client') && Array.isArray(result['tools'])) result['tools'].pop()
    })
  },
})
