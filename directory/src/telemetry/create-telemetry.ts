import { shownUsage, usageSpan, type CallRecord } from './model.ts'
import { dropPartitionsBefore, ensurePartition, monthOf, startOfMonth } from './partitions-store.ts'
import { insertCalls, largestBatch } from './insert-calls-store.ts'
import { recentCalls, tallyUsage, usageOf } from './store.ts'
import type { Telemetry, TelemetryDependencies } from './telemetry.ts'

const defaultBatchMs = 100
/** After a failed write: the database may be away for long. */
const retryMs = 5_000
/** A database that is away for long must not eat the memory of the gateway. */
const mostWaiting = 50_000

export function createTelemetry(deps: TelemetryDependencies): Telemetry {
  const writer = new BatchWriter(deps)
  return {
    record: (call) => writer.add(call),
    recent: (organisation, limit, person) => recentCalls(deps.db, { organisation, person }, limit),
    usage: (listing, since) => usageOf(deps.db, listing, since),
    async listingUsage(listing, publisher) {
      const span = usageSpan(deps.clock.now())
      return shownUsage(span.from, await tallyUsage(deps.db, { listing, without: publisher, ...span }))
    },
    async preparePartitions() {
      const now = deps.clock.now()
      for (const months of [0, 1, 2]) await writer.prepare(startOfMonth(now, months))
    },
    keptMonths: deps.config.callRecordMonths,
    dropOld: () =>
      dropPartitionsBefore(deps.db, startOfMonth(deps.clock.now(), -deps.config.callRecordMonths)),
    flush: () => writer.flush(),
  }
}

class BatchWriter {
  readonly #deps: TelemetryDependencies
  readonly #prepared = new Set<string>()
  /** Calls whose first attempt failed, perhaps after they were written. */
  readonly #tried = new WeakSet<CallRecord>()
  #waiting: CallRecord[] = []
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  constructor(deps: TelemetryDependencies) {
    this.#deps = deps
  }

  add(call: CallRecord): void {
    if (this.#waiting.length >= mostWaiting) {
      this.#deps.log.error({ waiting: mostWaiting }, 'The database takes no call records; one was dropped.')
      return
    }
    this.#waiting.push(call)
    this.#flushIn(this.#deps.batchMs ?? defaultBatchMs)
  }

  /** Waiting records keep no process alive: who ends one calls `flush`. */
  #flushIn(milliseconds: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), milliseconds).unref()
  }

  async prepare(moment: Date): Promise<void> {
    const month = monthOf(moment)
    if (this.#prepared.has(month)) return
    await ensurePartition(this.#deps.db, moment)
    this.#prepared.add(month)
  }

  /** A batch is of one month, or of two at the end of one. */
  async #prepareAll(calls: readonly CallRecord[]): Promise<void> {
    let end = Number.NEGATIVE_INFINITY
    let start = Number.POSITIVE_INFINITY
    for (const { at } of calls) {
      const time = at.getTime()
      if (time >= start && time < end) continue
      await this.prepare(at)
      start = startOfMonth(at, 0).getTime()
      end = startOfMonth(at, 1).getTime()
    }
  }

  /** Batches go one after the other; a failed one waits for the next. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const batch = this.#waiting
    this.#waiting = []
    this.#writing = this.#writing.then(() => this.#write(batch))
    await this.#writing
  }

  async #write(batch: readonly CallRecord[]): Promise<void> {
    for (let start = 0; start < batch.length; start += largestBatch) {
      const part = batch.slice(start, start + largestBatch)
      try {
        await this.#prepareAll(part)
        await insertCalls(this.#deps.db, part, part.some((call) => this.#tried.has(call)) ? 'again' : 'first')
      } catch (error) {
        this.#deps.log.error(
          { err: error, calls: part.length },
          'Call records could not be written; will retry.',
        )
        for (const call of part) this.#tried.add(call)
        this.#waiting = [...part, ...this.#waiting].slice(0, mostWaiting)
        this.#flushIn(retryMs)
      }
    }
  }
}
