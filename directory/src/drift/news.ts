import type { Endpoint } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { News, Recipient, Saying } from '../notices/index.ts'
import type { TextKey } from '../web/index.ts'
import type { DriftDependencies } from './drift.ts'
import type { PastChange, Step } from './model.ts'

interface Happened {
  readonly endpoint: Endpoint
  readonly steps: readonly Step[]
  /** All of the version. */
  readonly changes: readonly Omit<PastChange, 'fields'>[]
}

type Words = 'changed' | 'removed' | 'returned'

/**
 * Reviewers learn of what two looks agree on; the publisher of what the holds do not tell: that a tool is gone, and that
 * what had changed is as it was approved. One notice for all of one look.
 */
export async function tell(deps: DriftDependencies, trx: Database, happened: Happened): Promise<void> {
  const { endpoint, steps, changes } = happened
  const after = (step: Step['step']) =>
    changes.filter(
      (change) =>
        change.class !== 'cosmetic' && steps.some((one) => one.change === change.id && one.step === step),
    )
  const confirmed = after('confirmed')
  const removed = confirmed.filter(({ digest }) => digest === null)
  const returned = after('returned')
  const reviewers: readonly Recipient[] =
    confirmed.length + returned.length === 0 ? [] : await deps.reviewers(trx)
  const publisher: readonly Recipient[] = [{ organisation: endpoint.organisation }]
  await say(deps, trx, { endpoint, words: 'changed', of: confirmed, to: reviewers })
  await say(deps, trx, { endpoint, words: 'removed', of: removed, to: publisher })
  await say(deps, trx, { endpoint, words: 'returned', of: returned, to: [...publisher, ...reviewers] })
}

interface Sentence {
  readonly endpoint: Endpoint
  readonly words: Words
  readonly of: readonly Omit<PastChange, 'fields'>[]
  readonly to: readonly Recipient[]
}

async function say(
  { notices }: DriftDependencies,
  trx: Database,
  { endpoint, words, of, to }: Sentence,
): Promise<void> {
  const [first] = of
  if (first === undefined) return
  const parameters = { connector: endpoint.slug, tool: first.tool, count: of.length }
  const part = (name: 'what' | 'why' | 'do'): Saying => ({
    key: `drift.news.${words}.${name}` satisfies TextKey,
    parameters,
  })
  const news: Omit<News, 'to'> = {
    kind: `drift.${words}`,
    about: `listing:${endpoint.listing}`,
    occasion: `change ${first.id}`,
    what: part('what'),
    why: part('why'),
    whatToDo: part('do'),
    link: driftPath(endpoint.slug),
  }
  for (const recipient of to) await notices.tell(trx, { ...news, to: recipient })
}

export function driftPath(slug: string): string {
  return `/connectors/${slug}/changes`
}
