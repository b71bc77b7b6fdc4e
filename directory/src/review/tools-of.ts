import type { Report } from '@connectory/checker'
import type { Json, Tool } from '../catalogue/index.ts'

/**
 * The tools that the check saw, as the server sent them: from the report's own list when it has one, else from the
 * recorded answers to tools/list. `complete` is false when the record does not hold all of them.
 */
export function toolsOf(report: Report): { readonly tools: readonly Tool[]; readonly complete: boolean } {
  const listed = report['tools']
  const raw = Array.isArray(listed) ? listed : report.exchanges.flatMap(toolsInExchange)
  const tools = uniqueByName(raw.flatMap((tool) => toTool(unwrapped(tool))))
  const { toolCount } = report.server
  return { tools, complete: toolCount === null || tools.length >= toolCount }
}

/** An entry may be the tool itself or the tool with the page on which it stood. */
function unwrapped(entry: unknown): unknown {
  return isObject(entry) && 'raw' in entry ? entry['raw'] : entry
}

function toTool(raw: unknown): readonly Tool[] {
  if (!isObject(raw) || typeof raw['name'] !== 'string') return []
  const { name, title, description, annotations, inputSchema } = raw
  return [
    {
      name,
      title: typeof title === 'string' ? title : null,
      description: typeof description === 'string' ? description : null,
      // Parsed from JSON, so it is nothing else.
      annotations: (annotations ?? null) as Json,
      inputSchema: (inputSchema ?? null) as Json,
    },
  ]
}

function toolsInExchange(exchange: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { request, response } = exchange
  if (!isObject(request) || !isObject(response) || response['truncated'] === true) return []
  const asked = typeof request['body'] === 'string' ? request['body'] : ''
  const answered = typeof response['body'] === 'string' ? response['body'] : ''
  if (!asked.includes('"tools/list"')) return []
  return messagesIn(answered).flatMap((message) => {
    const result = isObject(message) ? message['result'] : undefined
    return isObject(result) && Array.isArray(result['tools']) ? result['tools'] : []
  })
}

/** A JSON body, or the data lines of an event stream. */
function messagesIn(body: string): readonly unknown[] {
  const whole = parse(body)
  if (whole !== undefined) return [whole]
  return body
    .split(/\r?\n\r?\n/)
    .map((event) => [...event.matchAll(/^data: ?(.*)$/gm)].map(([, line = '']) => line).join('\n'))
    .map(parse)
    .filter((message) => message !== undefined)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Two eras may have listed the same tools. */
function uniqueByName(tools: readonly Tool[]): readonly Tool[] {
  return [...new Map(tools.map((tool) => [tool.name, tool])).values()]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
