import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'http-method-of-one-kind',
  title: 'A tool with a narrow name takes reading and writing HTTP methods.',
  rule: 'TOOL-12',
  case: 'maybe',
  outcome: 'needs-human',
  level: 'must',
  change(server) {
    server.parameter('list_branches', 'http_method', {
      type: 'string',
      enum: ['GET', 'PUT'],
      description: 'How to ask.',
    })
  },
})
