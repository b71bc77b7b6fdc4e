import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'tolerated-small-pieces',
  title: 'Bodies come in pieces of seven bytes, in the middle of letters.',
  rule: 'none',
  eras: ['both'],
  change(server) {
    server.changeTool('get_book', {
      description: 'Gives one book of the library “Am Fluß” by its id. Returns title, author, year.',
    })
    server.onSend.push((response, { status, headers, body }) => {
      response.writeHead(status, headers)
      const bytes = Buffer.from(body)
      for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7))
      response.end()
      return true
    })
  },
})
