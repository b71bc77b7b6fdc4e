import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'opening-is-no-json-rpc',
  title: 'The openings are answered in a JSON-RPC 1.0 of their own.',
  rule: 'TRN-01',
  case: 'other',
  level: 'reject',
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'initialize' || method === 'server/discover') answer['jsonrpc'] = '1.0'
    })
  },
})
