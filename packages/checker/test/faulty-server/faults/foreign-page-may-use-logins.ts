import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'foreign-page-may-use-logins',
  title: 'Every page may ask with the logins of the visitor.',
  rule: 'TRN-15',
  case: 'credentials',
  level: 'must',

  change(server) {
    server.gates.set('origin', () => undefined)
    server.onAsked.push(({ request, response }) => {
      const { origin } = request.headers
      if (origin === undefined) return false
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-allow-credentials', 'true')
      return false
    })
  },
})
