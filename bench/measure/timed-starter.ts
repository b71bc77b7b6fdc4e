/**
 * The starter template in a process of its own, which measures its answers: from the request's headers to the last byte
 * handed to the system. It sends its port when it listens, and what it measured since the last question when asked.
 */
import type { AddressInfo } from 'node:net'
import { createOpenServer } from '../../packages/starter/templates/open-limited/server.ts'

let requests = 0
/** All answers added up, and the time in which at least one was under way: answers may overlap. */
let sumMs = 0
let busyMs = 0
let open = 0
let busySince = 0

const server = createOpenServer({ requestsPerMinute: 1_000_000 })
server.prependListener('request', (_request, response) => {
  const began = performance.now()
  if (open === 0) busySince = began
  open += 1
  let counted = false
  const count = () => {
    if (counted) return
    counted = true
    const ended = performance.now()
    requests += 1
    sumMs += ended - began
    open -= 1
    if (open === 0) busyMs += ended - busySince
  }
  // Whichever comes first: an answer that was broken off has no 'finish'.
  response.once('finish', count).once('close', count)
})
process.on('message', () => {
  process.send?.({ requests, sumMs, busyMs })
  requests = 0
  sumMs = 0
  busyMs = 0
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
