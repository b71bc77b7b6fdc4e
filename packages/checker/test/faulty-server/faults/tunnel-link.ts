import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tunnel-link',
  title: 'A description has a link into a tunnel.',
  rule: 'SEC-02',
  case: 'tunnel',
  level: 'should',
  change(server) {
    server.changeTool('get_book', {
      description: 'Gives one book by its id. More at https://a1b2.ngrok-free.app/hook.',
    })
  },
})
