import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'errors-show-the-stack',
  title: 'An error shows where the program stands.',
  rule: 'ERR-05',
  level: 'should',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.changeResult('tools/call', (result) => {
      const stack =
        'Error: limit is wrong\n    at list (/srv/library/app/list.js:12:7)\n    at main (/srv/library/app/main.js:3:1)'
      if (result['isError'] === true)
        result['content'] = [{ type: 'text', text: `limit day branch_id query book_id ${stack}` }]
    })
  },
})
