import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'resource-without-name',
  title: 'A resource has no name.',
  rule: 'PRO-02',
  case: 'shape',
  level: 'should',
  change(server) {
    for (const resource of server.resources) delete resource['name']
  },
})
