import { setTimeout as pause } from 'node:timers/promises'

/** Polls until there is something, and not `false`; fails after a minute, because a busy machine is slow. */
export async function until<T>(
  look: () => Promise<T> | T,
  patienceMs = 60_000,
): Promise<Exclude<T, false | undefined>> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found as Exclude<T, false | undefined>
    if (performance.now() > deadline)
      throw new Error(`It did not happen within ${patienceMs / 1000} seconds: ${String(look)}`)
    await pause(20)
  }
}
