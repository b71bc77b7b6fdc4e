import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'error-without-id',
  title: 'An error comes with HTTP 200 and without the id of the request.',
  rule: 'PRO-02',
  case: 'nameless',
  level: 'should',
  eras: ['legacy'],
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'completion/complete') answer['id'] = null
    })
  },
})
