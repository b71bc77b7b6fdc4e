import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'id-of-another-request',
  title: 'The list of prompts is answered with an id that nobody sent.',
  rule: 'PRO-02',
  case: 'id',
  level: 'must',
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'prompts/list') answer['id'] = 987_654
    })
  },
})
