import { defineFault } from '../fault.ts'
import { RpcError } from '../methods.ts'

export const fault = defineFault({
  id: 'tool-fails-as-protocol-error',
  title: 'A failure of list_subjects is a JSON-RPC error.',
  rule: 'ERR-04',
  case: 'protocol-error',
  level: 'should',
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => {
      throw new RpcError(-32000, 'The catalogue of the library is away today.')
    })
  },
})
