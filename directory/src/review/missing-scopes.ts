import { missingForPublication, type Report } from '@connectory/checker'
import type { Extent } from './extent.ts'
import type { Attestable } from './model.ts'

/** Reasons that say: the check was asked to sign in, and did not. */
const notSignedIn: ReadonlySet<string> = new Set(['no-credentials', 'credentials-refused', 'needs-login'])

/** What a reviewer does by hand; where only texts have changed it was done for the same tools before. */
export function scopesToLookAt(
  report: Parameters<typeof missingScopes>[0],
  update: { readonly extent: Extent } | undefined,
): readonly Attestable[] {
  return update === undefined || update.extent === 'full' ? missingScopes(report) : []
}

/** What the report does not cover and a reviewer must have done by hand: sign in, call the tools. */
export function missingScopes(report: Pick<Report, 'scopes' | 'server' | 'findings'>): readonly Attestable[] {
  const missing = new Set<Attestable>(missingForPublication(report).filter((scope) => scope !== 'passive'))
  const stoodOutside = report.findings.some(({ because }) => because !== null && notSignedIn.has(because))
  if (report.server.authType !== 'none' && stoodOutside) missing.add('login')
  // A check that left a tool uncalled, by wish or by need, does not say that every tool works.
  if (report.findings.some(({ rule, outcome }) => rule === 'ERR-01' && outcome === 'not-evaluated'))
    missing.add('call')
  return [...missing].toSorted((one, other) => other.localeCompare(one))
}
