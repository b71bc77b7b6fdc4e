import type { App } from './app.ts'

const minute = 60_000
const hour = 60 * minute

/** A check takes at most a minute; what has not ended after three was lost with its job. */
const lostAfterMs = 3 * minute

interface Task<Context> {
  readonly name: string
  readonly everyMs: number
  /** Its first run is awaited by nobody: after a rest it has much to do, and strangers take their time. */
  readonly long?: true
  run(app: Context): Promise<unknown>
}

/** Every task that runs by the clock. Each is safe to repeat and safe on several replicas at once. */
export const tasks: readonly Task<App>[] = [
  {
    name: 'make the next months’ partitions of call records',
    everyMs: 6 * hour,
    run: (app) => app.telemetry.preparePartitions(),
  },
  {
    name: 'drop records of calls that are too old',
    everyMs: 24 * hour,
    run: (app) => app.telemetry.dropOld(),
  },
  {
    name: 'forget expired sessions and links',
    everyMs: 6 * hour,
    run: (app) => app.accounts.deleteExpired(),
  },
  {
    name: 'forget expired grants and unused clients',
    everyMs: 6 * hour,
    run: (app) => app.authorization.deleteExpired(),
  },
  {
    name: 'rotate signing keys that are old enough',
    everyMs: 6 * hour,
    run: (app) => app.authorization.rotateKeys(),
  },
  {
    name: 'ask again for checks that were lost',
    everyMs: minute,
    run: (app) => app.probe.resume(new Date(app.clock.now().getTime() - lostAfterMs)),
  },
  {
    name: 'look for icons that are due',
    everyMs: minute / 2,
    long: true,
    run: (app) => app.icons.lookForDue(),
  },
  { name: 'forget pictures that nothing shows', everyMs: 24 * hour, run: (app) => app.icons.tidy() },
  { name: 'drop drafts that nobody touches', everyMs: 24 * hour, run: (app) => app.drafts.dropStale() },
  {
    name: 'destroy test accounts whose time is over',
    everyMs: hour,
    run: (app) => app.testAccounts.endExpired(),
  },
  {
    name: 'ask whether test accounts still work',
    everyMs: hour,
    run: (app) => app.testAccounts.askMonthly(),
  },
  {
    name: 'sign in with test accounts that a program can use',
    everyMs: 5 * minute,
    long: true,
    run: (app) => app.testAccounts.tryDue(),
  },
  { name: 'close what publishers let pass', everyMs: 5 * minute, run: (app) => app.review.closeOverdue() },
  { name: 'end offers that ran out', everyMs: hour, run: (app) => app.ownership.expireOffers() },
  { name: 'see what was stopped or held', everyMs: 500, run: (app) => app.holds.refresh() },
  { name: 'watch newly listed servers', everyMs: 5 * minute, run: (app) => app.monitoring.enrol() },
  { name: 'look at listed servers', everyMs: 1_000, long: true, run: (app) => app.monitoring.look() },
  { name: 'compare the tools of newly listed servers', everyMs: 5 * minute, run: (app) => app.drift.enrol() },
  {
    name: 'compare tools with what was approved',
    everyMs: minute,
    long: true,
    run: (app) => app.drift.look(),
  },
  {
    name: 'look after what newly listed connectors point to',
    everyMs: hour,
    run: (app) => app.upkeep.enrol(),
  },
  { name: 'look at certificates and pages', everyMs: minute, long: true, run: (app) => app.upkeep.look() },
  {
    name: 'go on with simulations of policies',
    everyMs: 5_000,
    long: true,
    run: (app) => app.simulations.advance(),
  },
  {
    name: 'move the reliability ledger',
    everyMs: 30 * minute,
    long: true,
    run: (app) => app.reliability.advance(),
  },
  { name: 'drop old days of servers', everyMs: 24 * hour, run: (app) => app.monitoring.forgetOld() },
  { name: 'send notices that are due', everyMs: 10_000, run: (app) => app.notices.deliverDue() },
  { name: 'drop old notices', everyMs: 24 * hour, run: (app) => app.notices.forgetOld() },
  {
    name: 'tell people what became of their connectors',
    everyMs: 10_000,
    run: (app) => app.connections.tellRest(),
  },
  { name: 'forget ended sign-ins at connectors', everyMs: hour, run: (app) => app.connections.tidy() },
]

/** Starts them; the first run of each that is not long is awaited, because requests need the partitions. */
export async function startSchedule<Context extends Pick<App, 'log'>>(
  app: Context,
  given: readonly Task<Context>[],
): Promise<{ stop(): void }> {
  const timers: NodeJS.Timeout[] = []
  for (const task of given) {
    const run = () =>
      task
        .run(app)
        .catch((error: unknown) => app.log.error({ err: error, task: task.name }, 'a scheduled task failed'))
    const first = run()
    if (task.long !== true) await first
    const timer = setInterval(() => void run(), task.everyMs)
    timer.unref()
    timers.push(timer)
  }
  return { stop: () => timers.forEach((timer) => clearInterval(timer)) }
}
