import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-long-result',
  title: 'A call has a result of 5,000 characters.',
  rule: 'none',
  eras: ['both'],
  scopes: ['passive', 'call'],
  change(server) {
    server.runs.set('list_subjects', () => ({ words: 'Architecture and the sea. '.repeat(200) }))
  },
})
