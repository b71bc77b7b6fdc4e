import { isWireError, readServerSentEvents } from '@connectory/wire'
import type { Visit } from './visit.ts'

/** True when a GET opens an event stream that starts with `endpoint`: the transport before 2025-03-26. */
export async function isLegacySse(visit: Visit): Promise<boolean> {
  const headers = { accept: 'text/event-stream' }
  const url = visit.url.href
  const open = visit.log.begin({
    step: 'GET for the old SSE transport',
    method: 'GET',
    url,
    headers,
    body: null,
  })
  try {
    const response = await visit.fetch(url, { headers, timeoutMs: 5_000, signal: visit.signal })
    const streams = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')
    const reader = response.body.getReader()
    try {
      const first = streams ? await firstEvent(reader) : undefined
      const { status, headers: heads } = response
      open.finish({
        response: { status, headers: heads, body: first === undefined ? '' : `event: ${first}` },
      })
      return status === 200 && first === 'endpoint'
    } finally {
      await reader.cancel().catch(() => undefined)
    }
  } catch (error) {
    if (!isWireError(error)) throw error
    open.finish({ error })
    return false
  }
}

async function firstEvent(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | undefined> {
  for await (const { event } of readServerSentEvents(reader)) return event
  return undefined
}
