import { defineFault } from '../fault.ts'

let passed = 0

export const fault = defineFault({
  id: 'list-is-slow',
  title: 'The list of tools takes longer than people wait, by a clock that the server sets.',
  rule: 'NET-08',
  case: 'list',
  level: 'should',
  options: () => ({ now: () => new Date(Date.UTC(2026, 9, 1) + passed) }),
  change(server) {
    server.onAsked.push(({ method }) => {
      if (method === 'tools/list') passed += 3_500
      return false
    })
  },
})
