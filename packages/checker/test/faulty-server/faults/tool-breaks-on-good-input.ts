import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tool-breaks-on-good-input',
  title: 'Every call of list_subjects is HTTP 500.',
  rule: 'ERR-01',
  case: 'breaks',
  level: 'must',
  scopes: ['passive', 'call'],
  change(server) {
    server.changeReply('tools/call', (reply, { params }) => {
      if (params['name'] === 'list_subjects') Object.assign(reply, { status: 500, headers: {}, body: 'oops' })
    })
  },
})
