import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'foreign-page-is-served',
  title: 'A request from any page is served.',
  rule: 'TRN-15',
  case: 'local',
  level: 'should',

  change(server) {
    server.gates.delete('origin')
  },
})
