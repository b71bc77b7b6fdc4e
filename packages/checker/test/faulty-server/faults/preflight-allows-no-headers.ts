import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'preflight-allows-no-headers',
  title: 'A browser may ask, and send no header.',
  rule: 'TRN-10',
  case: 'headers',
  level: 'should',

  change(server) {
    server.gates.set('preflight', ({ request: { method, headers } }) =>
      method === 'OPTIONS'
        ? { status: 204, headers: { 'access-control-allow-origin': headers.origin ?? '' }, body: '' }
        : undefined,
    )
  },
})
