import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listen } from '../test/servers/listen.ts'
import { createSafeFetch, type SafeResponse } from './safe-fetch.ts'

const mebibyte = 1024 * 1024
const sent = 64 * mebibyte

/**
 * A server with a large body, and how much of it has left the server once that stands still: what lies on the way fits into
 * the buffers of both ends.
 */
async function withLargeBody(use: (response: SafeResponse, left: () => Promise<number>) => Promise<void>) {
  let socket: { readonly bytesWritten: number } | undefined
  const server = await listen((request, response) => {
    if (request.url !== '/large') return void response.end(String(socket?.bytesWritten))
    socket = response.socket ?? undefined
    const chunk = Buffer.alloc(mebibyte, 'x')
    const pump = (more: number): void => {
      if (more === 0) response.end()
      else response.write(chunk, () => pump(more - 1))
    }
    pump(sent / mebibyte)
  })
  const fetch = createSafeFetch({ allowLoopback: true })
  const written = async () => Number(await (await fetch(`${server.origin}/written`)).text())
  try {
    await use(await fetch(`${server.origin}/large`, { maxBytes: sent }), async () => {
      let before = -1
      let now = await written()
      while (now !== before) {
        before = now
        for (let asked = 0; asked < 50; asked += 1) now = await written()
      }
      return now
    })
  } finally {
    await fetch.close()
    await server.close()
  }
}

test('a body that nobody asks for stays with the server, and comes whole once it is read', async () => {
  await withLargeBody(async (response, left) => {
    assert.ok((await left()) < sent / 2)
    assert.equal((await response.bytes()).byteLength, sent)
  })
})

test('a body whose reader rests stays with the server, and comes whole once it is read', async () => {
  await withLargeBody(async ({ body }, left) => {
    const reader = body.getReader()
    let read = (await reader.read()).value?.byteLength ?? 0
    assert.ok((await left()) < sent / 2)
    for (let part = await reader.read(); !part.done; part = await reader.read()) read += part.value.byteLength
    assert.equal(read, sent)
  })
})
