import type { Report } from './report.ts'
import type { Scope } from './scope.ts'

/** The scopes that are still missing before the server of this report may be listed publicly. */
export function missingForPublication({ scopes, server }: Pick<Report, 'scopes' | 'server'>): Scope[] {
  const needed: Scope[] = server.authType === 'none' ? ['call'] : ['login', 'call']
  return needed.filter((scope) => !scopes.includes(scope))
}

/**
 * A report on a server of one's own machine counts only where the configuration says so. A report whose verdict
 * leaves something out (`only`, a baseline, a file instead of a server) says too little for a listing.
 */
export function acceptsReport(
  report: Pick<Report, 'loopback' | 'only' | 'baseline' | 'source'>,
  configuration: { readonly allowLoopback: boolean },
): boolean {
  if (report.only || report.baseline || report.source) return false
  return !report.loopback || configuration.allowLoopback
}
