import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'token-in-address',
  title: 'The address carries a token.',
  rule: 'NET-06',
  eras: ['both'],
  case: 'query',
  level: 'must',
  options: ({ url }) => ({ url: `${url}?api_key=abcdef` }),
  change(server) {
    server.gates.delete('host')
  },
})
