import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'open-world-unsaid',
  title: 'A tool does not say whether it reaches beyond the server.',
  rule: 'TOOL-09',
  case: 'open-world',
  level: 'info',
  change(server) {
    delete server.tool('get_book').annotations['openWorldHint']
  },
})
