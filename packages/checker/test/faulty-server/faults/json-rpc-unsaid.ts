import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'json-rpc-unsaid',
  title: 'The list of prompts comes without jsonrpc.',
  rule: 'PRO-02',
  case: 'jsonrpc',
  level: 'must',
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'prompts/list') delete answer['jsonrpc']
    })
  },
})
