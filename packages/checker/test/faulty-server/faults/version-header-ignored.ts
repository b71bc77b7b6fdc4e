import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'version-header-ignored',
  title: 'The header with the version is not looked at.',
  rule: 'PRO-01',
  case: 'header',
  level: 'should',
  eras: ['legacy', 'both'],
  change(server) {
    server.guards.delete('version-header')
  },
})
