import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'call-never-ends',
  title: 'A call of list_subjects is never answered.',
  rule: 'LIM-03',
  case: 'call-not-ended',
  outcome: 'could-not-look',
  level: 'must',
  eras: ['both'],
  scopes: ['passive', 'call'],
  options: () => ({ calls: { which: 'read-only', timeoutMs: 800 } }),
  change(server) {
    server.onAsked.push(({ body }) => body.includes('"name":"list_subjects"'))
  },
})
