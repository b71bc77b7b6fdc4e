import type { Json } from '../evidence/facts.ts'
import { parametersOf, type Parameter } from '../parameters.ts'
import type { JsonObject, NamedTool } from '../raw-tool.ts'
import { fit } from './fits.ts'

export interface Spoiled {
  readonly kind: 'missing' | 'wrong-type' | 'out-of-range'
  readonly parameter: string
  readonly arguments: JsonObject
}

/** Inputs that break the schema in one place each, made from one that fits it. */
export function spoil(tool: NamedTool, valid: JsonObject): Spoiled[] {
  const schema = tool.raw['inputSchema'] ?? {}
  const parameters = parametersOf(tool).toSorted(
    (one, other) => Number(other.required) - Number(one.required),
  )
  const breaks = (each: Spoiled) => fit(schema, each.arguments).fits === false
  const first = (makes: (parameter: Parameter) => Spoiled[]) => {
    for (const parameter of parameters.slice(0, 20)) {
      const found = makes(parameter).find(breaks)
      if (found) return [found]
    }
    return []
  }
  return [
    ...first(({ name, required }) => {
      const { [name]: _left, ...rest } = valid
      return required ? [{ kind: 'missing', parameter: name, arguments: rest }] : []
    }),
    ...first((parameter) => replaced('wrong-type', parameter, valid, otherTypes(parameter))),
    ...first((parameter) => replaced('out-of-range', parameter, valid, beyond(parameter))),
  ]
}

function replaced(
  kind: Spoiled['kind'],
  { name }: Parameter,
  valid: JsonObject,
  values: readonly Json[],
): Spoiled[] {
  return values.map((value) => ({ kind, parameter: name, arguments: { ...valid, [name]: value } }))
}

/** Values that no sensible server turns into the right type by itself, as it may with "5" for 5. */
function otherTypes({ schema }: Parameter): Json[] {
  return typeof schema['type'] === 'string' ? [{ connectory: 'wrong type' }, 'connectory-wrong-type'] : []
}

function beyond({ schema }: Parameter): Json[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, maxLength, maxItems } = schema
  const above = [maximum, exclusiveMaximum].find((each) => typeof each === 'number')
  const below = [minimum, exclusiveMinimum].find((each) => typeof each === 'number')
  return [
    ...(Array.isArray(schema['enum']) && schema['type'] === 'string' ? ['connectory-no-such-choice'] : []),
    ...(typeof above === 'number' && above < 1e12 ? [above + 1_000] : []),
    ...(typeof below === 'number' && below > -1e12 ? [below - 1_000] : []),
    ...(typeof maxLength === 'number' && maxLength < 5_000 ? ['x'.repeat(maxLength + 1)] : []),
    ...(typeof maxItems === 'number' && maxItems < 500
      ? [Array.from({ length: maxItems + 1 }, () => 'x')]
      : []),
  ]
}
