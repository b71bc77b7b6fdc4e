import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'prompts-announced-and-absent',
  title: 'Prompts are announced and do not exist.',
  rule: 'PRO-03',
  case: 'missing',
  level: 'should',
  change(server) {
    server.methods.delete('prompts/list')
  },
})
