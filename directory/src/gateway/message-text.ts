import type { SafeResponse } from '@connectory/wire'
import { eventsOf } from './event-stream.ts'
import { mediaType } from './upstream.ts'

/**
 * The message in an answer that is read whole. Some servers write an error as an event, as they would write a result: then
 * it is the data of the last event that has any.
 */
export function messageText(response: SafeResponse): Promise<string> {
  return mediaType(response.header('content-type')) === 'text/event-stream'
    ? lastData(response)
    : response.text()
}

async function lastData(response: SafeResponse): Promise<string> {
  const bytes = await response.bytes()
  let last = ''
  for await (const { data } of eventsOf(ReadableStream.from([bytes]), bytes.byteLength)) {
    if (data !== undefined && data.trim() !== '') last = data
  }
  return last
}
