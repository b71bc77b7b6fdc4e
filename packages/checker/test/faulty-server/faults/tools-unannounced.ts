import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tools-unannounced',
  title: 'There are tools that the server does not announce.',
  rule: 'PRO-03',
  case: 'hidden-tools',
  level: 'should',
  change(server) {
    server.capabilities = { prompts: {}, resources: {} }
  },
})
