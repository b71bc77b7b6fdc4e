import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'resources-under-another-name',
  title: 'The list of resources has another name.',
  rule: 'PRO-03',
  case: 'broken',
  level: 'should',
  change(server) {
    server.changeResult('resources/list', (result) => {
      result['items'] = result['resources'] ?? []
      delete result['resources']
    })
  },
})
