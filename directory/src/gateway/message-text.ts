import type { SafeResponse } from '@connectory/wire'
import { eventsOf } from './event-stream.ts'
import { mediaType } from './upstream.ts'

/**
 * The message in an answer that is read whole. Some servers write an error as an event, as they would write a result: then
 * it is the data of the last event that has any.
 */
export async function messageText(response: SafeResponse): Promise<string> {
  const bytes = await response.bytes()
  const text = await response.text()
  if (mediaType(response.header('content-type')) !== 'text/event-stream') return text
  let last = ''
  for await (const { data } of eventsOf(ReadableStream.from([bytes]), bytes.byteLength)) {
    if (data !== undefined && data.trim() !== '') last = data
  }
  return last
}
