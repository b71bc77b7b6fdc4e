import { submitted } from '../submitted.ts'
import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'fetches-unguarded',
  title: 'A tool fetches any address, and the publisher names no guard.',
  rule: 'DATA-06',
  case: 'unguarded',
  level: 'should',
  options: (place) => submitted(place, { fetchGuard: '' }),
  change(server) {
    server.parameter('search_books', 'url', { type: 'string', description: 'A page that names the books.' })
  },
})
