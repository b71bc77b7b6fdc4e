import { isObject } from '../raw-tool.ts'
import { parametersOf } from '../parameters.ts'
import { bounds } from '../list-bounds.ts'
import { caseOf, type Planned } from './call-case.ts'
import type { CallCase, CalledTool, CallFacts, FingerprintFacts, NotCalled } from './call-facts.ts'
import { limited, type CallPlan, type PlannedTool } from './call-plan.ts'
import type { Called, Caller } from './caller.ts'
import type { Looked } from './evidence.ts'
import type { StateReader } from './fingerprints.ts'
import type { Visit } from './visit.ts'

export interface CallRun {
  readonly visit: Visit
  readonly caller: Caller
  readonly timeoutMs: number
  readonly state: StateReader
  tell(summary: string): void
}

/** Results larger than this are asked for once more, with the smallest limit. */
const WORTH_LIMITING = 5_000

/** Calls what the plan names, one call at a time, until the time is over or the server wants no more. */
export async function callTools(
  run: CallRun,
  plan: CallPlan,
): Promise<{ tools: CallFacts['tools']; left: CallFacts['left']; fingerprints: Looked<FingerprintFacts> }> {
  const tools: CalledTool[] = []
  const left = [...plan.left]
  let over: NotCalled | undefined
  for (const [index, planned] of plan.calls.entries()) {
    const { name } = planned.tool
    if (over !== undefined) {
      left.push({ tool: name, because: over })
      continue
    }
    run.tell(`Calling ${name} (${index + 1} of ${plan.calls.length})`)
    const { cases, ended } = await callTool(run, planned)
    over = ended
    if (cases.length > 0) tools.push(about(planned, cases))
    else left.push({ tool: name, because: over ?? 'no-input' })
    if (planned.readOnly && over === undefined) await run.state.look(name)
  }
  return { tools, left, fingerprints: run.state.facts() }
}

function about({ tool, readOnly }: PlannedTool, cases: readonly CallCase[]): CalledTool {
  return {
    tool: tool.name,
    readOnly,
    declaresOutput: isObject(tool.raw['outputSchema']),
    canAskLess: parametersOf(tool).some(({ key }) => bounds.test(key)),
    cases,
  }
}

async function callTool(
  run: CallRun,
  { tool, cases: planned }: PlannedTool,
): Promise<{ cases: CallCase[]; ended?: NotCalled }> {
  const cases: CallCase[] = []
  const waiting: Planned[] = [...planned]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const called = await call(run, tool.name, next)
    const ended = await endOf(run, called)
    if (ended !== undefined && called.outcome !== 'broken') return { cases, ended }
    const one = caseOf(tool, next, called, run.visit.log)
    cases.push(one)
    if (ended !== undefined) return { cases, ended }
    // What does not answer a right call is not asked wrong ones too.
    if (called.outcome === 'not-ended') return { cases }
    const less = asksLess(one) && isObject(next.arguments) ? limited(tool, next.arguments) : undefined
    if (less) waiting.unshift(less)
  }
  return { cases }
}

function asksLess({ kind, size }: CallCase): boolean {
  return (kind === 'valid' || kind === 'given') && (size?.estimatedTokens ?? 0) > WORTH_LIMITING
}

export async function call(
  { caller, timeoutMs }: Pick<CallRun, 'caller' | 'timeoutMs'>,
  tool: string,
  { kind, parameter, arguments: input }: Planned,
): Promise<Called> {
  const what = parameter === undefined ? kind : `${kind}: ${parameter}`
  return caller.call(tool, input, { step: `tools/call ${tool} (${what})`, timeoutMs })
}

/** Whether nothing more can be called after this, and why. */
async function endOf(
  { visit, caller }: CallRun,
  { outcome, status }: Called,
): Promise<NotCalled | undefined> {
  if (visit.signal.aborted) return visit.signal.reason === 'time is over' ? 'time-over' : 'stopped'
  if (outcome === 'rate-limited') return 'rate-limited'
  if (outcome !== 'broken' || status !== undefined) return undefined
  // One call may take the whole server down; what comes after it is then nobody's fault.
  return (await caller.reopen()) ? undefined : 'lost'
}
