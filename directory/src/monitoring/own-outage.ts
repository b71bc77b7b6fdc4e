import { isWireError, type SafeFetch } from '@connectory/wire'
import { mayBeOurs, type LookState } from './model.ts'

/** Fewer servers that all fail prove nothing of us. */
const enoughServers = 3

/**
 * Is it our network that is out? Asked only when looks failed in a way that we may have caused. With control endpoints:
 * when none of them answers either. Without: when every one of several servers failed so.
 */
export async function isOurOutage(
  states: readonly LookState[],
  controls: readonly URL[],
  fetch: SafeFetch,
): Promise<boolean> {
  const suspicious = states.filter((state) => mayBeOurs(state))
  if (suspicious.length === 0) return false
  if (controls.length === 0) return states.length >= enoughServers && suspicious.length === states.length
  return !(await doesAnyAnswer(controls, fetch))
}

/** Ends with the first that does: another one that hangs would hold up a round of looks. */
async function doesAnyAnswer(controls: readonly URL[], fetch: SafeFetch): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    const asked = controls.map(async (control) => {
      if (await doesAnswer(control, fetch)) resolve(true)
    })
    void Promise.all(asked).then(() => resolve(false), reject)
  })
}

/** Any answer will do. */
async function doesAnswer(control: URL, fetch: SafeFetch): Promise<boolean> {
  try {
    const answer = await fetch(control, { timeoutMs: 10_000 })
    await answer.body.cancel()
    return true
  } catch (error) {
    if (!isWireError(error)) throw error
    return false
  }
}
