import type { CallInputs, GivenCase } from '../call-inputs.ts'
import { givenFor } from '../call-inputs.ts'
import { InvalidInput } from '../invalid-input.ts'
import { parametersOf } from '../parameters.ts'
import { annotationsOf, isObject, type JsonObject, type NamedTool } from '../raw-tool.ts'
import { fit } from '../schema/fits.ts'
import { sampleOf } from '../schema/sample.ts'
import { spoil } from '../schema/spoil.ts'
import { visible } from '../text/visible.ts'
import type { Planned } from './call-case.ts'
import type { CallFacts, NotCalled } from './call-facts.ts'

/** What the person who asked for calls allows. */
export interface CallWish {
  /** `all` is for a test account whose data may change. */
  readonly which: 'read-only' | 'all'
  readonly inputs?: CallInputs
  /** Also send up to 50 small requests within 5 seconds. */
  readonly burst?: boolean
  /** For one call; default 300,000. */
  readonly timeoutMs?: number
  /** For all of them together; default 900,000. */
  readonly totalMs?: number
}

export interface PlannedTool {
  readonly tool: NamedTool
  readonly readOnly: boolean
  readonly cases: readonly Planned[]
}

export interface CallPlan {
  readonly calls: readonly PlannedTool[]
  readonly left: CallFacts['left']
}

const MOST_TOOLS = 100

/** Which tools are called, in which order and with what. Tools that only read come first. */
export function planCalls(tools: readonly NamedTool[], { which, inputs }: CallWish): CallPlan {
  const left: { tool: string; because: NotCalled }[] = []
  const calls: PlannedTool[] = []
  const taken = new Set<string>()
  const ordered = tools.toSorted((one, other) => Number(saysReadOnly(other)) - Number(saysReadOnly(one)))
  for (const tool of ordered) {
    const because = whyLeft(tool, which, inputs, taken)
    const cases = because === undefined ? casesFor(tool, inputs) : []
    if (because !== undefined) left.push({ tool: tool.name, because })
    else if (cases.length === 0) left.push({ tool: tool.name, because: 'no-input' })
    else if (calls.length >= MOST_TOOLS) left.push({ tool: tool.name, because: 'too-many' })
    else calls.push({ tool, readOnly: saysReadOnly(tool), cases })
    taken.add(tool.name)
  }
  return { calls, left }
}

/** A tool that is called read-only, by a boolean, and not destructive at the same time. */
export function saysReadOnly(tool: NamedTool): boolean {
  const { readOnlyHint, destructiveHint } = annotationsOf(tool)
  return readOnlyHint === true && destructiveHint !== true
}

function whyLeft(
  tool: NamedTool,
  which: CallWish['which'],
  inputs: CallInputs | undefined,
  taken: ReadonlySet<string>,
): NotCalled | undefined {
  // A twin cannot be called: its name reaches the other one (TOOL-11).
  if (tool.raw['name'] !== tool.name || taken.has(tool.name)) return 'no-name'
  if (which === 'read-only' && !saysReadOnly(tool)) return 'not-read-only'
  if (inputs?.skip.includes(tool.name)) return 'skipped'
  const { execution } = tool.raw
  return isObject(execution) && execution['taskSupport'] === 'required' ? 'needs-task' : undefined
}

function casesFor(tool: NamedTool, inputs: CallInputs | undefined): Planned[] {
  const schema = tool.raw['inputSchema'] ?? { type: 'object' }
  const given = givenFor(inputs, tool.name)
  const cases = given ? given.map((each) => asPlanned(each)) : sampled(sampleOf(schema))
  const base = cases.find((each) => each.expect !== 'error' && isObject(each.arguments))
  if (!base || !isObject(base.arguments)) return cases
  return [...cases, ...spoil(tool, base.arguments)]
}

function asPlanned({ arguments: values, expect, contains }: GivenCase): Planned {
  return { kind: 'given', arguments: values, expect, ...(contains === undefined ? {} : { contains }) }
}

function sampled(sample: unknown): Planned[] {
  // sampleOf gives JSON; only an object is arguments.
  return typeof sample === 'object' && sample !== null && !Array.isArray(sample)
    ? [{ kind: 'valid', arguments: sample as JsonObject }]
    : []
}

const narrows =
  /^(limit|max|top|size|take|first|count|n|k|num|perpage|pagesize|maxresults|maxitems|numresults)$/

/** The same arguments with the smallest limit that the tool allows; undefined when it knows none. */
export function limited(tool: NamedTool, values: JsonObject): Planned | undefined {
  const found = parametersOf(tool).find(({ key }) => narrows.test(key))
  if (!found) return undefined
  const low = found.schema['minimum']
  const least = typeof low === 'number' ? Math.max(1, low) : 1
  const less = { ...values, [found.name]: least }
  if (fit(tool.raw['inputSchema'] ?? {}, less).fits === false) return undefined
  return { kind: 'limited', parameter: found.name, arguments: less }
}

/**
 * Inputs that cannot be meant, before anything is called.
 * @throws InvalidInput that names the tool and what it takes
 */
export function refuseWrongInputs(tools: readonly NamedTool[], { which, inputs }: CallWish): void {
  if (inputs === undefined) return
  const names = tools.map(({ name }) => name)
  const wanted = [...Object.keys(inputs.tools), ...inputs.skip, ...(inputs.state ? [inputs.state.tool] : [])]
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw complaint(inputs, `names the tool ${JSON.stringify(unknown)}; the server has ${listOf(names)}`)
  }
  for (const tool of tools) {
    for (const [index, each] of (givenFor(inputs, tool.name) ?? []).entries())
      refuseMisfit(inputs, tool, index, each)
  }
  if (inputs.state === undefined) return
  const { tool: name, arguments: values } = inputs.state
  const state = tools.find((tool) => tool.name === name)
  if (!state) return
  if (which === 'read-only' && !saysReadOnly(state))
    throw complaint(inputs, `names ${name} as "state", which does not declare readOnlyHint: true`)
  const judged = fit(state.raw['inputSchema'] ?? {}, values)
  if (judged.fits === false)
    throw complaint(
      inputs,
      `gives "state" arguments that ${name} does not take: ${judged.where || '/'} ${judged.problem}`,
    )
}

function refuseMisfit(inputs: CallInputs, tool: NamedTool, index: number, given: GivenCase): void {
  if (given.expect === 'error') return
  const judged = fit(tool.raw['inputSchema'] ?? {}, given.arguments)
  if (judged.fits !== false) return
  throw complaint(
    inputs,
    `gives ${tool.name} arguments that its inputSchema does not allow (case ${index + 1}): ` +
      `${judged.where || '/'} ${judged.problem}. Mend them, or say "expect: error"`,
  )
}

function complaint({ name }: CallInputs, problem: string): InvalidInput {
  return new InvalidInput(visible(`${name} ${problem}.`))
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => name.slice(0, 64))
  const rest = names.length - shown.length
  if (names.length === 0) return 'no tools'
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
