import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'believes-x-user',
  title: 'Who says X-User: admin gets the notes of the staff too.',
  rule: 'AUTH-26',
  case: 'headers',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    server.changeResult('tools/call', (result, { headers }) => {
      if (headers['x-user'] === 'admin') result['content'] = [{ type: 'text', text: 'Notes of the staff' }]
    })
  },
})
