/**
 * Milliseconds that this thread has computed. Tests that guard against endless work measure with it, because the clock
 * on the wall also runs while other programs have the processor.
 */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
