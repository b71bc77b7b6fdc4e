/**
 * The starter template in a process of its own, which adds up how long its answers took: from the request's headers to
 * the last byte written. It sends its port when it listens, and the sum since the last question when it is asked.
 */
import type { AddressInfo } from 'node:net'
import { createOpenServer } from '../../packages/starter/templates/open-limited/server.ts'

let requests = 0
let busyMs = 0

const server = createOpenServer({ requestsPerMinute: 1_000_000 })
server.prependListener('request', (_request, response) => {
  const began = performance.now()
  response.once('finish', () => {
    requests += 1
    busyMs += performance.now() - began
  })
})
process.on('message', () => {
  process.send?.({ requests, busyMs })
  requests = 0
  busyMs = 0
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
