import { runSuite, type Check } from '../conformance/suite.ts'
import type { SuiteVerdict } from '../../packages/checker/test/agreement/compare.ts'

/** A scenario that hangs is a failed one; sound ones need less than a second. */
const longestScenarioMs = 10_000

/** What the suite's requirements of these revisions say of a server; only checks that were made have a verdict. */
export async function suiteVerdicts(
  url: string,
  revisions: readonly string[],
): Promise<ReadonlyMap<string, SuiteVerdict>> {
  const verdicts = new Map<string, SuiteVerdict>()
  for (const revision of revisions) {
    const how = ['--requirements', revision, '--timeout', String(longestScenarioMs)]
    const scenarios = await runSuite(['server', '--url', url, ...how])
    for (const { id, status, errorMessage } of [...scenarios.values()].flat().filter(wasMade)) {
      if (verdicts.get(id)?.fails) continue
      verdicts.set(id, { fails: status !== 'SUCCESS', words: errorMessage ?? '' })
    }
  }
  return verdicts
}

/** "Not testable" is what the suite calls a failure when the server lacks one of its fixture tools. */
function wasMade({ status, errorMessage }: Check): boolean {
  return status !== 'SKIPPED' && status !== 'INFO' && errorMessage?.startsWith('Not testable') !== true
}
