import type { Json, ToolFacts } from '../evidence/facts.ts'
import { objectTools, type NamedTool } from '../raw-tool.ts'
import { plainOf, type Plain } from './plain.ts'

/** How many characters of one tool are read, and how many values; what lies beyond is named by TOOL-20. */
export const MOST_CHARACTERS = 200_000
const MOST_VALUES = 20_000
const MOST_DEPTH = 100

export class Place {
  /** JSON pointer into the tool: /description, /inputSchema/properties/path/enum/0. A key has "(name)" behind it. */
  readonly where: string
  readonly text: string
  /** Names are read for what they hide; sentences also for what they say. */
  readonly kind: 'name' | 'sentence'
  private made: Plain | undefined

  constructor(where: string, text: string, kind: Place['kind']) {
    this.where = where
    this.text = text
    this.kind = kind
  }

  /** The text made comparable, worked out once for all rules. */
  get plain(): Plain {
    return (this.made ??= plainOf(this.text))
  }
}

export interface Texts {
  /** Each text once as a name and once as a sentence, where it stands first: a schema says the same in many places. */
  readonly places: readonly Place[]
  /** Where texts stand, also those that stand elsewhere too: worked out once for whoever asks. */
  readonly wheres: () => readonly string[]
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
const besides = new WeakMap<ToolFacts, readonly Speaker[]>()

/** Everything that a model reads of a server: each tool, its instructions, its prompts. */
export function* speakers(facts: ToolFacts): Generator<Speaker> {
  for (const tool of objectTools(facts.list)) {
    yield { name: tool.name, at: tool.at, page: tool.page, texts: textsOf(tool) }
  }
  yield* beside(facts)
}

function beside(facts: ToolFacts): readonly Speaker[] {
  let found = besides.get(facts)
  if (!found) {
    const { instructions, prompts } = facts
    found = Object.entries({ instructions, prompts }).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, at: name, texts: textsIn(value as Json) }],
    )
    besides.set(facts, found)
  }
  return found
}

function textsOf({ raw }: NamedTool): Texts {
  let texts = known.get(raw)
  if (!texts) known.set(raw, (texts = textsIn(raw)))
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

function textsIn(root: Json): Texts {
  const places: Place[] = []
  const seen = { name: new Set<string>(), sentence: new Set<string>() }
  const cut = walk(root, (where, text, kind) => {
    const same = seen[kind]
    if (same.has(text)) return
    same.add(text)
    places.push(new Place(where, text, kind))
  })
  let wheres: readonly string[] | undefined
  return { places, wheres: () => (wheres ??= wheresIn(root)), cut }
}

function wheresIn(root: Json): readonly string[] {
  const wheres: string[] = []
  walk(root, (where) => wheres.push(where))
  return wheres
}

/** Names every text to `add`. True when there is more than is read. */
function walk(root: Json, add: (where: string, text: string, kind: Place['kind']) => void): boolean {
  const waiting: { value: Json; where: string; key: string; depth: number }[] = [
    { value: root, where: '', key: '', depth: 0 },
  ]
  let [characters, values] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, where, key, depth } = next
    if (characters > MOST_CHARACTERS || ++values > MOST_VALUES || depth > MOST_DEPTH) return true
    if (typeof value === 'string') {
      const text = value.slice(0, MOST_CHARACTERS - characters)
      characters += value.length
      if (text !== '') add(where || '/', text, names.has(key) ? 'name' : 'sentence')
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index--) {
        waiting.push({ value: value[index] ?? null, where: `${where}/${index}`, key, depth: depth + 1 })
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value).toReversed()) {
        const at = `${where}/${escaped(name)}`
        if (!grammar.has(name)) {
          characters += name.length
          add(`${at} (name)`, name.slice(0, 10_000), name.includes(' ') ? 'sentence' : 'name')
        }
        // Inside `properties` a key such as "name" is an argument, and its value a schema.
        waiting.push({ value: value[name] ?? null, where: at, key: name, depth: depth + 1 })
      }
    }
  }
  return characters > MOST_CHARACTERS
}

/** A key as a part of a JSON pointer. */
function escaped(name: string): string {
  const part = name.slice(0, 80)
  return /[~/]/.test(part) ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part
}
