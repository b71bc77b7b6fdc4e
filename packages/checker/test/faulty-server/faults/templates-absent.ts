import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'templates-absent',
  title: 'Resources are announced and their templates cannot be asked for.',
  rule: 'PRO-03',
  case: 'no-templates',
  level: 'info',
  change(server) {
    server.methods.delete('resources/templates/list')
  },
})
