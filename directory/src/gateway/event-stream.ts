import { WireError } from '@connectory/wire'

/** One event of a text/event-stream: its bytes as they came, blank line included, and its data. */
export interface RawEvent {
  readonly raw: Uint8Array
  /** The `data` lines joined; undefined for comments and events without data. */
  readonly data: string | undefined
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Cuts a stream of bytes into its events, each as soon as its blank line has come. The rest without a blank line is
 * dropped, as the standard says: a reader that took it for an event would read what nobody here has looked at.
 * @param mostBytes of one event: a server that never ends one must not fill our memory
 * @throws WireError body-too-large
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export async function* eventsOf(
  body: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<RawEvent> {
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  let lineIsEmpty = true
  let afterReturn = false
  for await (const chunk of body) {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]
      const secondHalf = byte === lineFeed && afterReturn
      afterReturn = byte === carriageReturn
      if (byte !== lineFeed && byte !== carriageReturn) {
        lineIsEmpty = false
      } else if (!secondHalf) {
        if (lineIsEmpty) {
          // The line feed of a closing CR LF stays with its event when it is already here.
          const joined = byte === carriageReturn && chunk[at + 1] === lineFeed
          const end = at + (joined ? 2 : 1)
          pending.push(chunk.subarray(from, end))
          yield rawEvent(pending)
          pending = []
          pendingBytes = 0
          from = end
          at = end - 1
          afterReturn = byte === carriageReturn && !joined
        }
        lineIsEmpty = true
      }
    }
    if (from === chunk.length) continue
    pending.push(chunk.subarray(from))
    pendingBytes += chunk.length - from
    if (pendingBytes > mostBytes) throw endlessEvent(mostBytes)
  }
  // All that still belongs to an event: the line feed of its closing CR LF.
  const rest = Buffer.concat(pending)
  if (rest.length === 1 && rest[0] === lineFeed) yield { raw: rest, data: undefined }
}

function endlessEvent(mostBytes: number): WireError {
  return new WireError('body-too-large', `One event has more than ${mostBytes} bytes.`, { mostBytes })
}

function rawEvent(parts: readonly Uint8Array[]): RawEvent {
  const raw = Buffer.concat(parts)
  const data = linesOf(raw)
    .filter(isData)
    .map((line) => line.slice(5).replace(/^ /, ''))
  return { raw, data: data.length === 0 ? undefined : data.join('\n') }
}

/** Without the byte order mark that a stream may begin with: its readers drop it too. */
function linesOf(raw: Uint8Array): string[] {
  return Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
}

function isData(line: string): boolean {
  return line === 'data' || line.startsWith('data:')
}

/** An event that carries one message. */
export function encodeEvent(data: string): Uint8Array {
  return Buffer.from(`event: message\ndata: ${data.replaceAll('\n', '\ndata: ')}\n\n`)
}

/** The event with other data: its id stays, by which a caller comes back. */
export function withData(raw: Uint8Array, data: string): Uint8Array {
  const kept = linesOf(raw).filter((line) => line !== '' && !isData(line))
  const written = data.split('\n').map((line) => `data: ${line}`)
  return Buffer.from(`${[...kept, ...written].join('\n')}\n\n`)
}
