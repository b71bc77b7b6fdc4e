import { defineFault } from '../fault.ts'

export const fault = defineFault({
  id: 'list-is-cut',
  title: 'The connection breaks in the middle of the list of tools.',
  rule: 'TOOL-01',
  case: 'list-failed',
  outcome: 'could-not-look',
  level: 'reject',
  change(server) {
    server.onSend.push((response, { status, headers, body }, call) => {
      if (call?.method !== 'tools/list') return false
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
      response.write(body.slice(0, 200))
      setImmediate(() => response.destroy())
      return true
    })
  },
})
