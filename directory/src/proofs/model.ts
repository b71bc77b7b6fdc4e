import { acceptsReport, defaultPolicy, type Report } from '@connectory/checker'
import { Problem } from '../kernel/index.ts'
import type { Proof } from '../submissions/index.ts'

/** How old a publisher's own check may be, in days. */
export const mostDays = 14
const dayMs = 86_400_000
/** Clocks of two machines differ. */
const skewMs = 5 * 60_000
const MOST_NAMED = 10

/** What can be wrong with a signed report; each has a sentence in texts `proofs.fault.<name>`. */
export type ProofFault =
  | 'not-signed'
  | 'unknown-key'
  | 'signature'
  | 'narrowed'
  | 'other-server'
  | 'other-policy'
  | 'too-old'
  | 'from-the-future'
  | 'not-called'
  | 'not-all-called'
  | 'some-failed'
  | 'tools-missing'

/** The caller's file is no proof; `fault` and `params` make the sentence in the reader's language. */
export class ProofRefused extends Problem {
  readonly fault: ProofFault
  readonly params: Readonly<Record<string, string | number>>

  constructor(fault: ProofFault, params: Readonly<Record<string, string | number>> = {}) {
    super('invalid-input', `The report was not accepted: ${fault}.`, { fields: { report: fault } })
    this.fault = fault
    this.params = params
  }
}

export interface Wanted {
  /** The address of the revision. */
  readonly serverUrl: string
  readonly allowLoopback: boolean
  readonly now: Date
  /** Names of the tools that the directory's own check saw; undefined while it has seen none. */
  readonly tools: readonly string[] | undefined
}

/**
 * Whether a report whose signature holds proves that its author ran every tool of this server. Pure.
 * @param key thumbprint of the key that signed it
 * @throws ProofRefused
 */
export function proofOf(report: Report, key: string, wanted: Wanted): Proof {
  const { startedAt, engine, verdict } = report
  if (!acceptsReport(report, wanted)) throw new ProofRefused('narrowed')
  if (!sameAddress(report.target, wanted.serverUrl)) {
    throw new ProofRefused('other-server', { target: report.target, server: wanted.serverUrl })
  }
  if (report.policy !== defaultPolicy.id) {
    throw new ProofRefused('other-policy', { policy: report.policy, wanted: defaultPolicy.id })
  }
  const age = wanted.now.getTime() - new Date(startedAt).getTime()
  if (age > mostDays * dayMs) throw new ProofRefused('too-old', { days: mostDays })
  if (age < -skewMs) throw new ProofRefused('from-the-future')
  return { key, startedAt, engine, verdict, tools: calledTools(report, wanted) }
}

function calledTools({ calls }: Report, { tools }: Wanted): number {
  if (calls === undefined || calls.length === 0) throw new ProofRefused('not-called')
  const named = (outcome: (typeof calls)[number]['outcome']) =>
    calls.filter((call) => call.outcome === outcome).map(({ tool }) => tool)
  const [left, failed] = [named('not-called'), named('failed')]
  if (left.length > 0) throw new ProofRefused('not-all-called', listOf(left))
  if (failed.length > 0) throw new ProofRefused('some-failed', listOf(failed))
  const called = new Set(calls.map(({ tool }) => tool))
  const missing = (tools ?? []).filter((tool) => !called.has(tool))
  if (missing.length > 0) throw new ProofRefused('tools-missing', listOf(missing))
  return called.size
}

function listOf(names: readonly string[]): { readonly count: number; readonly tools: string } {
  const shown = names.slice(0, MOST_NAMED).join(', ')
  return { count: names.length, tools: names.length > MOST_NAMED ? `${shown}, …` : shown }
}

function sameAddress(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href
}
