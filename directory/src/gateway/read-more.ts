import type { Call } from './call.ts'
import { cutContent, measure, type CapOptions, type Continuation } from './cap-result.ts'
import { replaceSpans, toolsIn } from './json-span.ts'
import { isObject, type JsonObject } from './message.ts'
import { codes, Refusal } from './rpc-error.ts'
import { keptForMinutes, type Rests } from './rests.ts'

/** How a model can read what was cut off: through a tool of ours, through a resource of ours, or not at all. */
export type ContinuationKind = 'tool' | 'resource' | 'off'

/** Ours, beside the server's own tools; never part of a digest of what was approved (decisions 0014). */
export const readMoreTool = {
  name: 'connectory_read_more',
  title: 'Read more',
  description:
    'Reads the next part of a result that the gateway has cut because of its length. Use it only with the continuation that the notice at the end of such a result names.',
  inputSchema: {
    type: 'object',
    properties: {
      continuation: { type: 'string', description: 'The continuation from the notice, unchanged.' },
    },
    required: ['continuation'],
    additionalProperties: false,
  },
  annotations: {
    title: 'Read more',
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
} as const

const scheme = 'connectory://more/'

/** Keeps what is cut off, and says how to get it. */
export function keepFor(kind: ContinuationKind, call: Call, rests: Rests): CapOptions['keep'] {
  if (kind === 'off') return undefined
  return (rest): Continuation => {
    const name = rests.keep(call.connection.id, rest)
    if (kind === 'tool') {
      const sentence = `To read on, call the tool ${readMoreTool.name} with {"continuation":"${name}"} within ${keptForMinutes} minutes.`
      return { sentence, blocks: [] }
    }
    const uri = `${scheme}${name}`
    return {
      sentence: `To read on, read the resource ${uri} within ${keptForMinutes} minutes.`,
      blocks: [{ type: 'resource_link', uri, name: 'The rest of this result', mimeType: 'text/plain' }],
    }
  }
}

/** The result for a message that asks us, not the server, to go on; undefined for every other message. */
export function readMore(
  kind: ContinuationKind,
  call: Call,
  { rests, capOf }: { readonly rests: Rests; readonly capOf: (call: Call) => CapOptions },
): JsonObject | undefined {
  const name = asked(kind, call)
  if (name === undefined) return undefined
  const blocks = rests.read(call.connection.id, name)
  if (blocks === undefined) {
    throw new Refusal(
      200,
      codes.invalidParams,
      `This continuation is not known here. The rest of a result is kept for ${keptForMinutes} minutes; call the tool again, and ask for less.`,
    )
  }
  const cap = capOf(call)
  const { size } = measure(blocks, cap)
  call.meter.cut = size > cap.limit
  const content = size <= cap.limit ? blocks : cutContent(blocks, cap, { size, hadStructure: false })
  const envelope = call.era === 'modern' ? { resultType: 'complete' } : {}
  if (kind === 'tool') return { ...envelope, content }
  return { ...envelope, contents: content.map((block) => asResource(`${scheme}${name}`, block)) }
}

function asked(kind: ContinuationKind, { message }: Call): string | undefined {
  if (message.kind !== 'request' || kind === 'off') return undefined
  const { method, params } = message
  if (kind === 'resource') {
    const { uri } = params
    const ours = method === 'resources/read' && typeof uri === 'string' && uri.startsWith(scheme)
    return ours ? uri.slice(scheme.length) : undefined
  }
  if (method !== 'tools/call' || params['name'] !== readMoreTool.name) return undefined
  const given = params['arguments']
  const name = isObject(given) ? given['continuation'] : undefined
  return typeof name === 'string' ? name : ''
}

function asResource(uri: string, block: unknown): JsonObject {
  if (isObject(block) && typeof block['data'] === 'string') {
    return { uri, mimeType: block['mimeType'], blob: block['data'] }
  }
  const text = isObject(block) && typeof block['text'] === 'string' ? block['text'] : JSON.stringify(block)
  return { uri, mimeType: 'text/plain', text }
}

/** The last page of a tool list with our tool at its end, everything else byte for byte. */
export function withReadMore(text: string, result: JsonObject): string {
  if (!Array.isArray(result['tools']) || result['nextCursor'] !== undefined) return text
  const tools = toolsIn(text)
  if (tools === undefined) return text
  const by = `${result['tools'].length === 0 ? '' : ','}${JSON.stringify(readMoreTool)}`
  return replaceSpans(text, [{ start: tools.end - 1, end: tools.end - 1, by }])
}
