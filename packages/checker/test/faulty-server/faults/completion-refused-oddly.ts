import { defineFault } from '../fault.ts'
import { RpcError } from '../methods.ts'

export const fault = defineFault({
  id: 'completion-refused-oddly',
  title: 'A method that does not exist answers with a code of the server.',
  rule: 'PRO-03',
  case: 'other-code',
  level: 'info',
  change(server) {
    server.methods.set('completion/complete', () => {
      throw new RpcError(-32000, 'Not today.')
    })
  },
})
