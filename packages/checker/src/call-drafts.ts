import type { CallCase, CalledTool, CallFacts, NotCalled } from './evidence/call-facts.ts'
import type { Draft } from './rule.ts'

export interface OneCall {
  readonly tool: string
  readonly at: string
  readonly about: CalledTool
  readonly one: CallCase
}

/** Every call that was made, with the tool that it was made of. */
export function* callsIn({ tools }: CallFacts): Generator<OneCall> {
  for (const about of tools) {
    const { tool } = about
    for (const one of about.cases) yield { tool, at: `tools/${tool}`, about, one }
  }
}

/** Calls with input that the schema allows. */
export function isValid({ kind, expected }: CallCase): boolean {
  return kind === 'valid' || kind === 'limited' || (kind === 'given' && expected !== 'error')
}

/** Calls with input that is wrong on purpose. */
export function isWrong(one: CallCase): boolean {
  return !isValid(one)
}

const codes: Readonly<Record<NotCalled, string>> = {
  'not-read-only': 'tools-not-called',
  skipped: 'tools-skipped',
  'no-input': 'no-input',
  'no-name': 'no-name',
  'needs-task': 'needs-task',
  'too-many': 'too-many-tools',
  'time-over': 'calls-time-over',
  stopped: 'calls-stopped',
  'rate-limited': 'calls-rate-limited',
  lost: 'server-lost',
}

/** Tools that were not called, named: by wish they are not requested, else they could not be looked at. */
export function* uncalled({ left }: CallFacts): Generator<Draft> {
  for (const because of Object.keys(codes) as NotCalled[]) {
    const tools = left.filter((each) => each.because === because).map(({ tool }) => tool)
    if (tools.length === 0) continue
    const wished = because === 'not-read-only' || because === 'skipped'
    const outcome = wished ? 'not-requested' : 'could-not-look'
    yield { outcome, because: codes[because], params: { tools: namesOf(tools) } }
  }
}

/** Tools that were called and gave no result, so that nothing is known about their results. */
export function* resultless({ tools }: CallFacts): Generator<Draft> {
  const without = tools.filter(
    ({ cases }) => !cases.some(({ size, outcome }) => size && outcome === 'result'),
  )
  const silent = without.filter(({ cases }) => !cases.some(({ outcome }) => outcome === 'too-large'))
  if (silent.length === 0) return
  yield {
    outcome: 'could-not-look',
    because: 'no-result',
    params: { tools: namesOf(silent.map(({ tool }) => tool)) },
  }
}

function namesOf(tools: readonly string[]): string[] {
  const shown = tools.slice(0, 30)
  return tools.length > shown.length ? [...shown, `… (${tools.length})`] : shown
}

/** One tool that was called, for the examples of rules. */
export function called(
  one: Partial<CallCase>,
  about: Partial<CalledTool> = {},
): { readonly calls: CallFacts } {
  const size = { estimatedTokens: 40, bytes: 120, characters: 120, media: 0 }
  const whole: CallCase = { kind: 'valid', input: '{"limit":1}', outcome: 'result', tookMs: 80, size, ...one }
  const tool: CalledTool = {
    tool: 'list_notes',
    readOnly: true,
    declaresOutput: false,
    canAskLess: true,
    cases: [whole],
    ...about,
  }
  return { calls: { which: 'read-only', seconds: 300, tools: [tool], left: [] } }
}

/** A size of so many tokens, for the examples of rules. */
export function sized(estimatedTokens: number): Pick<CallCase, 'size'> {
  const characters = estimatedTokens * 4
  return { size: { estimatedTokens, bytes: characters, characters, media: 0 } }
}
