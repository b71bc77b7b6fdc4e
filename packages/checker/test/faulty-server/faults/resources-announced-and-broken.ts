import { RpcError } from '../methods.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'resources-announced-and-broken',
  title: 'Resources are announced, and their list is an error.',
  rule: 'PRO-03',
  case: 'broken',
  change(server) {
    server.methods.set('resources/list', () => {
      throw new RpcError(-32603, 'The shelf is locked.')
    })
  },
})
