import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-changes-each-time',
  title: 'A description is another one each time.',
  rule: 'PRO-06',
  case: 'differs',
  level: 'should',
  change(server) {
    let times = 0
    server.changeResult('tools/list', () => {
      times += 1
      server.changeTool('get_book', {
        description: `Gives one book of the library by its id, for the ${times}. time.`,
      })
    })
  },
})
