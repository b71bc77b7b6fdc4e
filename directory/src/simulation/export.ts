import type { ListingId } from '../kernel/index.ts'
import type { ForeseenListing, Simulation } from './model.ts'

type Row = ForeseenListing & { readonly slug: string }
/** The rows after a listing; empty at the end. */
export type ReadRows = (after: ListingId | undefined) => Promise<readonly Row[]>

export const csvHead = 'connector,outcome,rule,rule_outcome,level,case,places,because\r\n'

/** One line for each rule of a listing. Slugs, rules and cases are words of ours: nothing in them needs a quote. */
export function csvLines({ slug, outcome, rules }: Row): string {
  if (rules.length === 0) return `${[slug, outcome, '', '', '', '', '', ''].join()}\r\n`
  return rules
    .map(
      (one) =>
        `${[slug, outcome, one.rule, one.outcome, one.level, one.case ?? '', one.places, one.because ?? ''].join()}\r\n`,
    )
    .join('')
}

/** The whole as text, a page of rows at a time: however many there are, few are in memory. */
export function csvOf(read: ReadRows): ReadableStream<Uint8Array> {
  return stream(read, { head: csvHead, foot: '', line: csvLines })
}

export function jsonOf(simulation: Simulation, read: ReadRows): ReadableStream<Uint8Array> {
  const { policy, at, finishedAt, listings, outcomes, rules } = simulation
  const head = JSON.stringify({ policy, at, finishedAt, listings, outcomes, rules })
  let first = true
  return stream(read, {
    head: `${head.slice(0, -1)},"results":[`,
    foot: '\n]}\n',
    line({ slug: connector, outcome, rules: found }) {
      const line = `${first ? '' : ','}\n${JSON.stringify({ connector, outcome, rules: found })}`
      first = false
      return line
    },
  })
}

interface Form {
  readonly head: string
  readonly foot: string
  readonly line: (row: Row) => string
}

function stream(read: ReadRows, { head, foot, line }: Form): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: ListingId | undefined
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      const rows = await read(after)
      after = rows.at(-1)?.listing
      controller.enqueue(encoder.encode(after === undefined ? foot : rows.map(line).join('')))
      if (after === undefined) controller.close()
    },
  })
}
