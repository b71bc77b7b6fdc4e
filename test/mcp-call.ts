import { send, type Answer } from './browser-person.ts'

/** A modern call of a tool: the body, and the headers that repeat it. */
export function toolCall(name: string, values: Readonly<Record<string, unknown>> = { number: 1 }) {
  return {
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': name,
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 7,
      method: 'tools/call',
      params: {
        name,
        arguments: values,
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    }),
  }
}

export interface CallAnswer extends Answer {
  readonly message: {
    readonly id?: unknown
    readonly result?: { readonly content: readonly { readonly text: string }[]; readonly isError?: boolean }
    readonly error?: { readonly code: number; readonly message: string }
  }
}

/** Calls a tool at a gateway endpoint, with whatever headers the test wants besides. */
export async function callTool(
  endpoint: URL,
  token: string | undefined,
  headers: Readonly<Record<string, string>> = {},
  name = 'read_example',
): Promise<CallAnswer> {
  const call = toolCall(name)
  const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await send(endpoint, {
    method: 'POST',
    headers: { ...call.headers, ...bearer, ...headers },
    body: call.body,
  })
  return { ...answer, message: messageOf(answer) }
}

/** The message of the answer, or of the last event when it came as a stream. */
function messageOf({ headers, text }: Answer): CallAnswer['message'] {
  const stream = String(headers['content-type']).startsWith('text/event-stream')
  const json = stream ? (/^data: (.+)$/m.exec(text.slice(text.lastIndexOf('data: ')))?.[1] ?? '') : text
  return json === '' ? {} : JSON.parse(json)
}
