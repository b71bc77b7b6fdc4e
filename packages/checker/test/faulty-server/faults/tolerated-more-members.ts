import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-more-members',
  title: 'Answers, results and tools have members that nobody knows.',
  rule: 'none',
  change(server) {
    server.onAnswer.push((answer, { method }) => {
      const { result } = answer
      if (typeof result !== 'object' || result === null || Array.isArray(result)) return
      result['x-served-by'] = 'shelf 4'
      if (method !== 'tools/list' || !Array.isArray(result['tools'])) return
      for (const tool of result['tools']) Object.assign(tool ?? {}, { 'x-since': 2024 })
    })
  },
})
