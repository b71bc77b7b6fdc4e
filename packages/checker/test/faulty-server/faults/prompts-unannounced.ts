import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'prompts-unannounced',
  title: 'There are prompts that the server does not announce.',
  rule: 'PRO-03',
  case: 'unannounced',
  level: 'info',
  change(server) {
    server.capabilities = { tools: {}, resources: {} }
  },
})
