import { z } from 'zod'
import { InvalidInput } from './invalid-input.ts'
import type { JsonObject } from './raw-tool.ts'

const caseSchema = z.strictObject({
  arguments: z.record(z.string(), z.json()).default({}),
  /** What the tool must do with them. */
  expect: z.enum(['ok', 'error']).default('ok'),
  /** Words that the answer must hold. */
  contains: z.string().optional(),
})

const inputsSchema = z.strictObject({
  /** A read-only tool whose result shows everything that the other tools could change. */
  state: z
    .union([
      z.string().transform((tool) => ({ tool, arguments: {} })),
      z.strictObject({ tool: z.string(), arguments: z.record(z.string(), z.json()).default({}) }),
    ])
    .optional(),
  /** Tools that are not called at all. */
  skip: z.array(z.string()).default([]),
  tools: z.record(z.string(), z.array(caseSchema).min(1).max(20)).default({}),
})

export interface GivenCase {
  readonly arguments: JsonObject
  readonly expect: 'ok' | 'error'
  readonly contains?: string | undefined
}

/** What a person who knows the server says about calling its tools. */
export interface CallInputs {
  /** What messages call it: the name of the file. */
  readonly name: string
  readonly state?: { readonly tool: string; readonly arguments: JsonObject } | undefined
  readonly skip: readonly string[]
  readonly tools: Readonly<Record<string, readonly GivenCase[]>>
}

/** Reads inputs for calls from parsed YAML or JSON. @throws InvalidInput that says which place is wrong */
export function parseCallInputs(value: unknown, name: string): CallInputs {
  const result = inputsSchema.safeParse(value)
  if (result.success) {
    // zod's JSON and ours are the same values under two names.
    return { name, ...(result.data as Omit<CallInputs, 'name'>) }
  }
  const [issue] = result.error.issues
  const where = (issue?.path ?? []).map(String).join('.')
  throw new InvalidInput(
    `${name} holds no inputs for calls${where === '' ? '' : ` (at ${where})`}: ${issue?.message ?? 'unreadable'}. ` +
      'Expected is "tools:", a list of cases by the name of the tool, each with "arguments:".',
  )
}

/** The cases for one tool; undefined when none was given. */
export function givenFor(inputs: CallInputs | undefined, tool: string): readonly GivenCase[] | undefined {
  return inputs && Object.hasOwn(inputs.tools, tool) ? inputs.tools[tool] : undefined
}
