import { createSafeFetch } from '@connectory/wire'
import { check, type Finding, type Report, type Scope } from '../../src/index.ts'
import type { Fault } from './fault.ts'
import type { Eras } from './plan.ts'
import { startServer } from './start.ts'

const loopback = createSafeFetch({ allowLoopback: true })

const readOnly = { which: 'read-only', timeoutMs: 5_000 } as const

/** The report on a server with this fault, or on the exemplary one. */
export async function look(
  eras: Eras,
  fault?: Fault,
  scopes: readonly Scope[] = fault?.scopes ?? ['passive'],
): Promise<Report> {
  await using server = await startServer({ eras, faults: fault ? [fault] : [] })
  const options = (await fault?.options?.(server)) ?? {}
  try {
    const { url } = server
    const calls = scopes.includes('call') ? { calls: readOnly } : {}
    return await check({ url, fetch: loopback, now: () => new Date(), scopes, ...calls, ...options })
  } finally {
    await options.fetch?.close()
  }
}

/** What the checker got wrong about a fault, as lines to read; empty when it named the right rule and no other. */
export function misattributed(fault: Fault, { findings }: Report): string[] {
  const { rule, outcome = 'fail', also = [] } = fault
  const others = findings.filter((finding) => isHeavy(finding) && finding.rule !== rule)
  const innocent = others.filter(
    (finding) => finding.outcome === 'fail' && !also.some((id) => id === finding.rule),
  )
  const accused = innocent.map((finding) => `also fails ${told(finding)}`)
  if (rule === 'none') {
    return [...accused, ...findings.filter(isRaised).map((finding) => `must be tolerated: ${told(finding)}`)]
  }
  const own = findings.filter((finding) => finding.rule === rule)
  const missing = own.some((finding) => fits(finding, fault)) ? [] : [wanted(fault, outcome, own)]
  const silent = also
    .filter((id) => !findings.some((finding) => finding.rule === id && finding.outcome === 'fail'))
    .map((id) => `does not fail ${id} too`)
  return [...missing, ...silent, ...accused]
}

function fits(finding: Finding, { case: name, outcome = 'fail', level }: Fault): boolean {
  const could = finding.reason === 'could-not-look' ? 'could-not-look' : finding.outcome
  const code = outcome === 'could-not-look' ? finding.because : finding.case
  return could === outcome && (name ?? code) === code && (level ?? finding.level) === finding.level
}

function wanted({ rule, case: name, level }: Fault, outcome: string, own: readonly Finding[]): string {
  const want = [rule, outcome, name, level].filter((word) => word !== undefined).join(' ')
  return `wants ${want}; got ${own.map(told).join(', ') || 'nothing'}`
}

function isHeavy({ level }: Finding): boolean {
  return level === 'reject' || level === 'must'
}

/** Anything but a pass, and but a rule that does not apply or was not asked for. */
export function isRaised({ outcome, reason }: Finding): boolean {
  return outcome !== 'pass' && outcome !== 'not-applicable' && reason !== 'not-requested'
}

export function told({ rule, outcome, case: name, because, level, message }: Finding): string {
  return `${rule} ${outcome} ${name ?? because ?? ''} (${level}): ${message}`
}
