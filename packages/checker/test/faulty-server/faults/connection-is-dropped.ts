import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'connection-is-dropped',
  title: 'Every connection is closed without an answer.',
  rule: 'TRN-01',
  outcome: 'could-not-look',
  level: 'reject',
  change(server) {
    server.onAsked.push(({ response }) => {
      response.destroy()
      return true
    })
  },
})
