import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'text-id-becomes-number',
  title: 'A request whose id is a text is answered with a number.',
  rule: 'PRO-02',
  case: 'id',
  level: 'must',
  change(server) {
    server.onAnswer.push((answer, { id }) => {
      if (typeof id === 'string') answer['id'] = 1
    })
  },
})
