import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'sse-only',
  title: 'Only the transport before Streamable HTTP is there.',
  rule: 'TRN-02',
  case: 'only',
  level: 'reject',
  change(server) {
    server.onAsked.push(({ request, response }) => {
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write('event: endpoint\ndata: /messages?id=1\n\n')
      } else response.writeHead(405).end()
      return true
    })
  },
})
