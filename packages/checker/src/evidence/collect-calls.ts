import { isWireError } from '@connectory/wire'
import type { Step } from '../check.ts'
import { objectTools, type NamedTool } from '../raw-tool.ts'
import type { Scope } from '../scope.ts'
import { visible } from '../text/visible.ts'
import { burst } from './burst.ts'
import { caseOf } from './call-case.ts'
import type { BurstFacts, CallFacts, UnknownToolFacts } from './call-facts.ts'
import { planCalls, refuseWrongInputs, type CallPlan, type CallWish } from './call-plan.ts'
import { callTools } from './call-tools.ts'
import { openCaller, type Caller, type CallerOptions } from './caller.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Evidence, type Looked } from './evidence.ts'
import type { ToolFacts } from './facts.ts'
import { noState, readState, type StateReader } from './fingerprints.ts'
import { pretend, type Steady } from './impersonation.ts'
import { startDeadline, whyNot, type Visit } from './visit.ts'

export type CallParts = Pick<
  Evidence['parts'],
  'calls' | 'unknownTool' | 'fingerprints' | 'impersonation'
> & { readonly burst: Looked<BurstFacts> }

interface CallOptions {
  readonly scopes?: readonly Scope[]
  readonly calls?: CallWish
  readonly signal?: AbortSignal
  readonly onStep?: (step: Step) => void
}

const defaultTimeoutMs = 300_000
const defaultTotalMs = 900_000

/**
 * Calls tools in the scope `call` and nowhere else, and there only those that declare readOnlyHint: true, unless all
 * were asked for. Sequential, within its own time; ends by ending the conversation.
 * @throws InvalidInput when the given inputs cannot be meant for this server
 */
export async function collectCalls(
  visit: Visit,
  tools: Looked<ToolFacts>,
  how: CallerOptions,
  options: CallOptions,
): Promise<CallParts> {
  const { scopes = ['passive'], calls: wish = { which: 'read-only' } } = options
  if (!scopes.includes('call')) return everything(notRequested('outside-scope', { scope: 'call' }))
  if (!tools.looked) return everything(tools)
  const named = [...objectTools(tools.value.list)]
  if (named.length === 0) return everything(doesNotApply('no-tools'))
  if (!tools.partial) refuseWrongInputs(named, wish)
  const totalMs = wish.totalMs ?? defaultTotalMs
  const deadline = startDeadline(totalMs, options.signal)
  const own: Visit = { ...visit, signal: deadline.signal, seconds: Math.round(totalMs / 1000) }
  try {
    const parts = await calling(own, named, planCalls(named, wish), { ...how, tools: named }, options, wish)
    const all = wish.burst ? { ...parts, burst: await burst(own, how) } : parts
    const { calls } = all
    return tools.partial && calls.looked ? { ...all, calls: { ...calls, partial: tools.partial } } : all
  } finally {
    deadline.end()
  }
}

async function calling(
  visit: Visit,
  named: readonly NamedTool[],
  plan: CallPlan,
  how: CallerOptions,
  { onStep }: CallOptions,
  wish: CallWish,
): Promise<CallParts> {
  let caller: Caller
  try {
    caller = await openCaller(visit, how)
  } catch (error) {
    return { ...everything(whyNot(visit, error)), burst: noBurst }
  }
  const timeoutMs = wish.timeoutMs ?? defaultTimeoutMs
  const tell = (text: string) =>
    onStep?.({ id: 'call', state: 'running', summary: visible(text.slice(0, 200)) })
  try {
    const state = await stateReader(caller, timeoutMs, wish)
    const { fingerprints, ...called } = await callTools({ visit, caller, timeoutMs, state, tell }, plan)
    const facts: CallFacts = { which: wish.which, seconds: Math.round(timeoutMs / 1000), ...called }
    tell('Calling a tool that does not exist')
    const unknownTool = await callUnknown(visit, caller, named)
    tell('Calling a tool as somebody else')
    const impersonation = await pretend({ visit, caller, options: how, timeoutMs }, steadyIn(plan, facts))
    const nothing = plan.calls.length === 0 && facts.left.every(({ because }) => because === 'not-read-only')
    return {
      calls: nothing ? notRequested('nothing-to-call') : seen(facts),
      unknownTool,
      fingerprints: plan.calls.some(({ readOnly }) => readOnly)
        ? fingerprints
        : doesNotApply('nothing-read-only'),
      impersonation: plan.calls.some(({ readOnly }) => readOnly)
        ? impersonation
        : notRequested('nothing-to-call'),
      burst: noBurst,
    }
  } finally {
    await caller.close()
  }
}

const noBurst = notRequested('no-burst')

function everything(why: Looked<never>): CallParts {
  return { calls: why, unknownTool: why, fingerprints: why, impersonation: why, burst: why }
}

async function stateReader(caller: Caller, timeoutMs: number, { inputs }: CallWish): Promise<StateReader> {
  if (inputs?.state === undefined) return noState
  const { tool, arguments: values } = inputs.state
  return await readState({ caller, tool, arguments: values, timeoutMs })
}

async function callUnknown(
  visit: Visit,
  caller: Caller,
  named: readonly NamedTool[],
): Promise<Looked<UnknownToolFacts>> {
  let name = 'connectory_no_such_tool'
  while (named.some((tool) => tool.name === name)) name += '_'
  if (visit.signal.aborted) return couldNotLook('stopped')
  try {
    const called = await caller.call(name, {}, { step: 'tools/call of an unknown tool', timeoutMs: 30_000 })
    const { outcome } = called
    if (outcome === 'stopped' || outcome === 'rate-limited' || outcome === 'not-ended')
      return couldNotLook('call-not-answered', { problem: called.problem ?? outcome })
    const nobody: NamedTool = { name, raw: {}, page: 1, at: `tools/${name}` }
    return seen({ name, answer: caseOf(nobody, { kind: 'given', arguments: {} }, called, visit.log) })
  } catch (error) {
    if (!isWireError(error)) throw error
    return whyNot(visit, error)
  }
}

/** Tools that only read and gave a result at once; the call that they gave it for can be repeated. */
function steadyIn(plan: CallPlan, { tools }: CallFacts): Steady[] {
  return plan.calls.flatMap(({ tool, readOnly, cases }) => {
    const index = tools
      .find((each) => each.tool === tool.name)
      ?.cases.findIndex(
        ({ kind, outcome, tookMs }) =>
          (kind === 'valid' || kind === 'given') && outcome === 'result' && tookMs < 10_000,
      )
    const planned = index === undefined ? undefined : cases[index]
    return readOnly && planned ? [{ tool, arguments: planned.arguments }] : []
  })
}
