import type { Json, ToolFacts } from '../evidence/facts.ts'
import { objectTools, type NamedTool } from '../raw-tool.ts'
import { plainOf, type Plain } from './plain.ts'

/** How many characters of one tool are read, and how many values; what lies beyond is named by TOOL-20. */
export const MOST_CHARACTERS = 200_000
const MOST_VALUES = 20_000
const MOST_DEPTH = 100

export interface Place {
  /** JSON pointer into the tool: /description, /inputSchema/properties/path/enum/0. A key has "(name)" behind it. */
  readonly where: string
  readonly text: string
  /** Names are read for what they hide; sentences also for what they say. */
  readonly kind: 'name' | 'sentence'
}

export interface Texts {
  readonly places: readonly Place[]
  /** True when the tool holds more text than is read. */
  readonly cut: boolean
}

export interface Speaker {
  readonly name: string
  readonly at: string
  readonly page?: number
  readonly texts: Texts
}

const known = new WeakMap<object, Texts>()
const plains = new WeakMap<Place, Plain>()

/** Everything that a model reads of a server: each tool, its instructions, its prompts. */
export function* speakers(facts: ToolFacts): Generator<Speaker> {
  for (const tool of objectTools(facts.list)) {
    yield { name: tool.name, at: tool.at, page: tool.page, texts: textsOf(tool) }
  }
  const beside = { instructions: facts.instructions, prompts: facts.prompts }
  for (const [name, value] of Object.entries(beside)) {
    if (value !== undefined) yield { name, at: name, texts: walk(value as Json) }
  }
}

/** The place made comparable, worked out once for all rules. */
export function plainText(place: Place): Plain {
  let plain = plains.get(place)
  if (!plain) plains.set(place, (plain = plainOf(place.text)))
  return plain
}

function textsOf({ raw }: NamedTool): Texts {
  let texts = known.get(raw)
  if (!texts) known.set(raw, (texts = walk(raw)))
  return texts
}

/** Keys of JSON Schema and of the protocol: they say nothing of the server's own. */
const grammar: ReadonlySet<string> = new Set(
  `name title description inputSchema outputSchema annotations properties required type items enum default examples
  const format pattern minimum maximum minLength maxLength minItems maxItems anyOf oneOf allOf not $ref $defs
  definitions $schema additionalProperties readOnlyHint destructiveHint idempotentHint openWorldHint _meta icons
  execution exclusiveMinimum exclusiveMaximum uniqueItems`.split(/\s+/),
)
/** Values that are names, patterns or addresses and no sentences. */
const names: ReadonlySet<string> = new Set(
  'name pattern format type $ref $schema required $id $anchor'.split(' '),
)

function walk(root: Json): Texts {
  const places: Place[] = []
  const waiting: { value: Json; where: string; key: string; depth: number }[] = [
    { value: root, where: '', key: '', depth: 0 },
  ]
  let [characters, values] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, where, key, depth } = next
    if (characters > MOST_CHARACTERS || ++values > MOST_VALUES || depth > MOST_DEPTH)
      return { places, cut: true }
    if (typeof value === 'string') {
      const text = value.slice(0, MOST_CHARACTERS - characters)
      characters += value.length
      if (text !== '') places.push({ where: where || '/', text, kind: names.has(key) ? 'name' : 'sentence' })
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index--) {
        waiting.push({ value: value[index] ?? null, where: `${where}/${index}`, key, depth: depth + 1 })
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value).toReversed()) {
        const at = `${where}/${name.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`
        if (!grammar.has(name)) {
          characters += name.length
          places.push({
            where: `${at} (name)`,
            text: name.slice(0, 10_000),
            kind: name.includes(' ') ? 'sentence' : 'name',
          })
        }
        // Inside `properties` a key such as "name" is an argument, and its value a schema.
        waiting.push({ value: child, where: at, key: name, depth: depth + 1 })
      }
    }
  }
  return { places, cut: characters > MOST_CHARACTERS }
}
