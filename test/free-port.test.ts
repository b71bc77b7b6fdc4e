import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { freePort, highestPort, lowestPort } from './free-port.ts'

test('a free port is given once, takes a server, and is none that a system hands out', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()))
  assert.equal(new Set(ports).size, ports.length)
  assert.ok(ports.every((port) => port >= lowestPort && port < highestPort))
  const server = createServer().listen(ports[0], '127.0.0.1')
  await once(server, 'listening')
  server.close()
})
