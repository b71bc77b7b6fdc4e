import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'answer-without-outcome',
  title: 'The list of resources is answered with neither result nor error.',
  rule: 'PRO-02',
  case: 'no-outcome',
  level: 'must',
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'resources/list') delete answer['result']
    })
  },
})
