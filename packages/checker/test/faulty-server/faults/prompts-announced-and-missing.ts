import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'prompts-announced-and-missing',
  title: 'Prompts are announced, and no method lists them.',
  rule: 'PRO-03',
  case: 'missing',
  change(server) {
    server.methods.delete('prompts/list')
  },
})
