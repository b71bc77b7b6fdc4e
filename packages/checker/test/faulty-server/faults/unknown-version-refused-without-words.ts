import { refusal } from '../reply.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'unknown-version-refused-without-words',
  title: 'An unknown version is refused without saying which are known.',
  rule: 'PRO-01',
  case: 'unclear',
  level: 'should',
  eras: ['both', 'modern'],
  change(server) {
    server.guards.set('version', ({ era, headers, id }) =>
      era === 'modern' && headers['mcp-protocol-version'] !== '2026-07-28'
        ? refusal(400, id, -32600, 'No.')
        : undefined,
    )
  },
})
