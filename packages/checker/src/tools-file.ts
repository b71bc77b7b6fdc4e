import { maxNesting, nestsTooDeep } from '@connectory/wire'
import { notRequested, seen, type Because, type Evidence } from './evidence/evidence.ts'
import type { Json, RawTool } from './evidence/facts.ts'
import { sizeOf } from './evidence/server-facts.ts'
import { InvalidInput } from './invalid-input.ts'
import { isObject } from './raw-tool.ts'
import { rules } from './rules.ts'
import { visible } from './text/visible.ts'

export interface ToolsFile {
  readonly list: readonly RawTool[]
  /** Where the array of tools stands in the file, as keys from the root. */
  readonly path: readonly string[]
  /** True when the file is one page of several. */
  readonly cut: boolean
  /** Texts that a model reads beside the tools, where the file holds them next to the array. */
  readonly instructions?: string
  readonly prompts?: readonly Json[]
}

/**
 * Reads a recorded tools/list: the JSON-RPC response, its `result`, or an array of tools. Beside the array `tools` may
 * stand `instructions` and an array `prompts`. `name` is what messages call the file. @throws InvalidInput that says what the file is instead
 */
export function parseToolsFile(text: string, name: string): ToolsFile {
  const value = parseJson(text.replace(/^\ufeff/, ''), name)
  if (Array.isArray(value)) return fileOf(value, [], false, name)
  if (!isObject(value)) throw none(name, `it holds ${JSON.stringify(value).slice(0, 40)}`)
  if (isObject(value['error'])) {
    throw none(
      name,
      `it is a JSON-RPC error response (code ${JSON.stringify(value['error']['code'] ?? null)})`,
    )
  }
  const inResult = isObject(value['result'])
  const holder = isObject(value['result']) ? value['result'] : value
  const { tools } = holder
  const path = [...(inResult ? ['result'] : []), 'tools']
  if (Array.isArray(tools)) {
    const file = fileOf(tools, path, typeof holder['nextCursor'] === 'string', name)
    const { instructions, prompts } = holder
    return {
      ...file,
      ...(typeof instructions === 'string' ? { instructions } : {}),
      ...(Array.isArray(prompts) ? { prompts } : {}),
    }
  }
  const keys = Object.keys(holder)
    .slice(0, 5)
    .map((key) => JSON.stringify(key.slice(0, 40)))
  const has = keys.length === 0 ? 'nothing' : keys.join(', ')
  throw none(
    name,
    `${inResult ? 'its "result"' : 'it'} is an object without an array "tools" (it has ${has})`,
  )
}

function fileOf(entries: readonly Json[], path: readonly string[], cut: boolean, name: string): ToolsFile {
  const named = entries.some((entry) => isObject(entry) && 'name' in entry)
  if (entries.length > 0 && !named)
    throw none(name, `none of the ${entries.length} entries of its array is an object with a "name"`)
  return { path, cut, list: entries.map((raw, index) => ({ raw, page: 1, index: index + 1 })) }
}

function parseJson(text: string, name: string): Json {
  if (nestsTooDeep(text)) throw none(name, `it nests more than ${maxNesting} levels deep`)
  try {
    // What JSON.parse returns is JSON.
    return JSON.parse(text) as Json
  } catch (error) {
    if (text.trim() === '') throw none(name, 'it is empty')
    if (/^(event|data|id|retry|):/m.test(text.slice(0, 200)))
      throw none(name, 'it is an event stream; save the JSON that follows "data:"')
    throw none(name, `it is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

function none(name: string, problem: string): InvalidInput {
  const wanted = 'the JSON-RPC response to tools/list, its "result", or an array of tools'
  return new InvalidInput(visible(`${name} holds no tools: ${problem}. Expected is ${wanted}.`))
}

/** Evidence that holds tools and nothing else. Whatever needs a server was not requested. */
export function evidenceOfTools(file: ToolsFile, about: { target: string; startedAt: Date }): Evidence {
  const { list, cut, instructions, prompts } = file
  const facts = {
    list,
    ...(instructions === undefined ? {} : { instructions }),
    ...(prompts === undefined ? {} : { prompts }),
  }
  const problem = 'the file holds one page, and its nextCursor names another.'
  const partial: Because | undefined = cut
    ? { code: 'list-cut', params: { count: list.length, problem } }
    : undefined
  const needs = new Set(rules.flatMap((rule) => rule.needs))
  const elsewhere = Object.fromEntries([...needs].map((need) => [need, notRequested('tools-file')]))
  return {
    target: about.target,
    loopback: false,
    scopes: ['passive'],
    startedAt: about.startedAt.toISOString(),
    durationMs: 0,
    // Every part that a rule asks for is there; nothing else reads them.
    parts: { ...elsewhere, tools: seen(facts, partial) } as unknown as Evidence['parts'],
    server: {
      era: 'unknown',
      protocolVersion: null,
      serverInfo: null,
      authType: 'unknown',
      toolCount: list.length,
      toolList: sizeOf({ list }),
    },
    exchanges: [],
    source: 'tools-file',
  }
}
