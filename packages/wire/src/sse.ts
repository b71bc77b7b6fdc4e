/** One server-sent event that carried data or a name. */
export interface SseEvent {
  /** 'message' when the server named none. */
  readonly event: string
  readonly data: string
  readonly id?: string
}

/**
 * Reads server-sent events as they come. Comments and keep-alives yield nothing; an event that the stream's
 * end cut off is dropped, as the standard says. Linear in the bytes, whatever their chunks.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readServerSentEvents(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<SseEvent, void, undefined> {
  const decoder = new TextDecoder()
  const lines = createLineSplitter()
  const fields = createEventBuilder()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    for (const line of lines(decoder.decode(value, { stream: true }))) {
      const event = fields(line)
      if (event !== undefined) yield event
    }
  }
}

/** Lines end with LF, CR or CRLF, also when CR and LF come in different chunks. */
function createLineSplitter(): (chunk: string) => string[] {
  // Parts are joined only when their line ends: joining at each chunk would be quadratic for one huge line.
  let parts: string[] = []
  let endedWithCr = false
  return (chunk) => {
    if (chunk === '') return []
    const text = endedWithCr && chunk.startsWith('\n') ? chunk.slice(1) : chunk
    endedWithCr = chunk.endsWith('\r')
    const pieces = text.split(/\r\n|\n|\r/)
    const rest = pieces.pop() ?? ''
    const lines = pieces.map((piece, index) => (index === 0 ? parts.join('') + piece : piece))
    if (lines.length > 0) parts = []
    if (rest !== '') parts.push(rest)
    return lines
  }
}

/** Collects the fields of one event; gives it out at the empty line. */
function createEventBuilder(): (line: string) => SseEvent | undefined {
  let event = ''
  let data: string[] = []
  let id: string | undefined
  return (line) => {
    if (line === '') {
      const complete = data.length > 0 || event !== ''
      const built = { event: event || 'message', data: data.join('\n'), ...(id !== undefined && { id }) }
      event = ''
      data = []
      return complete ? built : undefined
    }
    const colon = line.indexOf(':')
    const name = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (name === 'data') data.push(value)
    else if (name === 'event') event = value
    else if (name === 'id' && !value.includes('\0')) id = value
    return undefined
  }
}
