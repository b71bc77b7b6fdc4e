import type { CalledTool } from './evidence/call-facts.ts'
import type { Evidence } from './evidence/evidence.ts'
import type { Report } from './report.ts'

/** Which tools were called with good arguments and gave a result; undefined when calling was not asked for. */
export function callsOf({ parts: { calls } }: Pick<Evidence, 'parts'>): Report['calls'] {
  if (!calls.looked) return undefined
  const { tools, left } = calls.value
  return [
    ...tools.map((called) => ({ tool: called.tool, outcome: worked(called) ? 'worked' : 'failed' }) as const),
    ...left.map(({ tool }) => ({ tool, outcome: 'not-called' }) as const),
  ]
}

function worked({ cases }: CalledTool): boolean {
  const good = cases.filter(
    ({ kind, expected }) => kind === 'valid' || (kind === 'given' && expected !== 'error'),
  )
  return good.some(({ outcome }) => outcome === 'result')
}
