import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'modern-version-served-blindly',
  title: 'A request of a version that does not exist is carried out.',
  rule: 'PRO-01',
  case: 'accepted',
  level: 'should',
  eras: ['modern', 'both'],
  change(server) {
    server.guards.delete('version')
  },
})
