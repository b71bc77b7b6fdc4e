import { defineFault } from '../fault.ts'
import { quoted } from '../reply.ts'

export const fault = defineFault({
  id: 'id-as-text',
  title: 'The list of prompts is answered with the id as a text.',
  rule: 'PRO-02',
  case: 'id',
  level: 'must',
  change(server) {
    server.onAnswer.push((answer, { method, id }) => {
      if (method === 'prompts/list') answer['id'] = quoted(id)
    })
  },
})
