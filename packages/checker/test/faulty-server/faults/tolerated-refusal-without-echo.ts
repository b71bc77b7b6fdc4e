import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-refusal-without-echo',
  title:
    'The refusal of an unknown version lists the versions and does not repeat the one that was asked for.',
  rule: 'none',
  eras: ['modern', 'both'],
  change(server) {
    const refuse = server.guards.get('version')
    server.guards.set('version', (call, plan) => {
      const reply = refuse?.(call, plan)
      if (!reply) return undefined
      const answer: unknown = JSON.parse(reply.body.toString())
      return { ...reply, body: JSON.stringify(answer, withoutRequested) }
    })
  },
})

function withoutRequested(name: string, value: unknown): unknown {
  return name === 'requested' ? undefined : value
}
