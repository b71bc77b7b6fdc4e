// Four rules counted again from their requirements alone. Nothing of the checker is imported here, on purpose.
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Entry = { readonly [key: string]: Json | undefined }

/** For each rule the tools that break it, by name; a tool without a name is "#" and its number in the list. */
export interface Recount {
  readonly 'TOOL-01': readonly string[]
  readonly 'TOOL-04': readonly string[]
  /** Those of TOOL-04 that have no title at all, in either place. */
  readonly 'TOOL-04 none': readonly string[]
  readonly 'TOOL-11': readonly string[]
  readonly 'TOOL-23': readonly string[]
}

export function recount(tools: readonly unknown[]): Recount {
  const entries = tools.map((tool) => entryOf(tool))
  const names = entries.map((entry, index) => {
    const name = entry?.['name']
    return typeof name === 'string' && name.length > 0 ? name : `#${index + 1}`
  })
  const breaking = (broken: (entry: Entry, index: number) => boolean) =>
    names.filter((_, index) => {
      const entry = entries[index]
      return entry !== undefined && broken(entry, index)
    })
  return {
    'TOOL-01': breaking((entry) => !hasHint(entry)),
    'TOOL-04': breaking((entry) => !hasOwnTitle(entry)),
    'TOOL-04 none': breaking((entry) => !hasOwnTitle(entry) && !isTitled(entry) && !hasTitleBeside(entry)),
    'TOOL-11': names.filter((name, index) => !/^[A-Za-z0-9_-]+$/.test(name) || names.indexOf(name) < index),
    'TOOL-23': breaking((entry) => !acceptsObjects(entry['inputSchema'])),
  }
}

function entryOf(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return value as Entry
}

function hasHint(entry: Entry): boolean {
  const hints = entryOf(entry['annotations']) ?? {}
  return typeof hints['readOnlyHint'] === 'boolean' || typeof hints['destructiveHint'] === 'boolean'
}

const isText = (value: Json | undefined) => typeof value === 'string' && value.trim() !== ''

function isTitled(entry: Entry): boolean {
  return isText(entryOf(entry['annotations'])?.['title'])
}

/** A title inside annotations that says more than the name. */
function hasOwnTitle(entry: Entry): boolean {
  return isTitled(entry) && entryOf(entry['annotations'])?.['title'] !== entry['name']
}

function hasTitleBeside(entry: Entry): boolean {
  return isText(entry['title'])
}

/** An object schema that a validator takes, in the dialect it names or in one of the two that clients use. */
function acceptsObjects(schema: Json | undefined): boolean {
  const object = entryOf(schema)
  if (object === undefined || object['type'] !== 'object') return false
  const { $schema, ...rest } = object
  const dialect = typeof $schema === 'string' ? $schema : ''
  const older = dialect === '' || /draft-0[67]/.test(dialect)
  const makers = older ? [Ajv2020, Ajv] : [Ajv2020]
  return makers.some((maker) => [true, false].some((unicodeRegExp) => compiles(maker, unicodeRegExp, rest)))
}

function compiles(maker: typeof Ajv | typeof Ajv2020, unicodeRegExp: boolean, schema: object): boolean {
  const ajv = new maker({ strict: false, validateFormats: false, logger: false, unicodeRegExp })
  try {
    ajv.compile(schema)
    return true
  } catch {
    return false
  }
}
