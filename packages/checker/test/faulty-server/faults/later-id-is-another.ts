import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'later-id-is-another',
  title: 'Answers after the opening have another id.',
  rule: 'PRO-02',
  level: 'must',
  eras: ['both', 'legacy'],
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      if (method === 'ping' || method === 'prompts/list') answer['id'] = 4711
    })
  },
})
