import { isBlocked, levelsPath } from '../connections/index.ts'
import { calledTool } from './hold-call.ts'
import type { Call } from './call.ts'
import type { GatewayDependencies } from './gateway.ts'
import { elementsOf, replaceSpans, toolsIn } from './json-span.ts'
import { isObject, type JsonObject } from './message.ts'
import { codes, Refusal } from './rpc-error.ts'

type Deps = Pick<GatewayDependencies, 'connections' | 'config'>

/**
 * What a call of a tool gets that its person has to allow first: a result that says where. Nothing that a model can
 * write allows it.
 * @returns undefined when the call may go on @throws Refusal for a tool that is blocked
 */
export async function answerByLevel(deps: Deps, call: Call): Promise<JsonObject | undefined> {
  const { connection, endpoint, message, era } = call
  if (connection.levels === undefined) return undefined
  const tool = calledTool(message)
  if (tool === undefined) return undefined
  const level = await deps.connections.level(connection, endpoint, tool)
  if (level === 'allow') return undefined
  const page = new URL(levelsPath(endpoint.slug), deps.config.publicUrl)
  page.searchParams.set('tool', tool.toWellFormed().slice(0, 200))
  const allowUrl = page.href
  if (level === 'blocked') {
    throw new Refusal(
      200,
      codes.toolBlocked,
      `The tool "${tool}" of ${endpoint.name} is blocked by its person or their organisation. What may be called stands at ${allowUrl}`,
      { allowUrl },
    )
  }
  const text = `The tool "${tool}" of ${endpoint.name} was not called: its person wants to be asked first. They allow it at ${allowUrl} in a browser; then call it again.`
  return {
    ...(era === 'modern' && { resultType: 'complete' }),
    content: [{ type: 'text', text }],
    isError: true,
    _meta: { 'connectory/needs-approval': { tool, allowUrl } },
  }
}

interface List {
  readonly text: string
  readonly result: JsonObject
}

/** The list without what is blocked, the rest byte for byte. The gateway's own reading is for later, too: it has all. */
export function withoutBlocked(list: List, { connection: { levels }, session }: Call): List {
  const { text, result } = list
  const { tools } = result
  if (levels === undefined || session === 'gateway' || !Array.isArray(tools)) return list
  const kept = tools.map((tool) => {
    const name: unknown = isObject(tool) ? tool['name'] : undefined
    return typeof name !== 'string' || !isBlocked(levels, name)
  })
  if (kept.every(Boolean)) return list
  const member = toolsIn(text)
  if (member === undefined) return list
  const written = elementsOf(text, member.valueStart)
    .filter((_, index) => kept[index])
    .map(({ start, end }) => text.slice(start, end))
  const by = `[${written.join(',')}]`
  return {
    text: replaceSpans(text, [{ start: member.valueStart, end: member.end, by }]),
    result: { ...result, tools: tools.filter((_, index) => kept[index]) },
  }
}
