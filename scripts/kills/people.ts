import type pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { BrowserPerson, type Answer } from '../../test/browser-person.ts'
import { factsOf, formOf } from '../../test/listed-connector.ts'
import { until } from '../../test/until.ts'
import type { DoomedProduct } from './doomed-product.ts'
import type { Receivers } from '../../directory/test/notice-receivers.ts'

/** What the product has said yes to. */
export interface Acknowledged {
  /** Ids of submissions. */
  readonly submitted: string[]
  /** What a reviewer decided, by submission. */
  readonly decided: Map<string, string>
  /** Answers that never came, because of a kill. */
  lost: number
}

export interface Stage {
  readonly product: DoomedProduct
  readonly home: URL
  readonly pool: pg.Pool
  readonly acknowledged: Acknowledged
}

const password = 'correct horse battery staple'

export async function signUp({ home }: Stage, name: string): Promise<BrowserPerson> {
  const person = new BrowserPerson(home)
  const fields = { name, email: `${name.toLowerCase()}@people.example`, password }
  const { status, text } = await person.post('/sign-up', fields)
  if (status !== 303) throw new Error(`Signing up answered ${status}: ${text}`)
  return person
}

/** Mail to a confirmed address, and a webhook. */
export async function subscribe(publisher: BrowserPerson, receivers: Receivers): Promise<void> {
  const settings = '/account/notices'
  const from = { from: settings }
  await publisher.post(`${settings}/address`, { address: 'paula@people.example', language: 'en' }, from)
  const link = await until(() => receivers.confirmation())
  const { status } = await publisher.post(link, {})
  const added = await publisher.post(
    `${settings}/webhooks`,
    { url: receivers.webhookUrl, language: 'en' },
    from,
  )
  if (status !== 303 || added.status !== 303)
    throw new Error(`Subscribing answered ${status}, ${added.status}.`)
}

/** Runs a visit; undefined when the product was killed in the middle of it. */
async function visit(
  { product, acknowledged }: Stage,
  work: () => Promise<Answer>,
): Promise<Answer | undefined> {
  await product.up()
  try {
    return await work()
  } catch {
    acknowledged.lost += 1
    await pause(20)
    return undefined
  }
}

export interface Submitting {
  readonly publisher: BrowserPerson
  /** The address of the n-th server. */
  readonly server: (n: number) => string
  readonly site: string
  readonly count: number
}

/** Submits one server after another until so many were acknowledged. What was not is not tried again. */
export async function submitAll(stage: Stage, { publisher, server, site, count }: Submitting): Promise<void> {
  const { submitted } = stage.acknowledged
  for (let n = 1; submitted.length < count; n += 1) {
    const form = formOf(factsOf(server(n), site, { name: `Server ${n}` }))
    const answer = await visit(stage, () => publisher.post('/submissions/new', form))
    if (answer === undefined) continue
    if (answer.status !== 303) throw new Error(`Submitting answered ${answer.status}: ${answer.text}`)
    submitted.push(String(answer.headers.location).split('/').at(-1) ?? '')
  }
}

/** Takes each case that is checked and decides on it, until every acknowledged one is decided. */
export async function decideAll(stage: Stage, reviewer: BrowserPerson, count: number): Promise<void> {
  const { submitted } = stage.acknowledged
  while (submitted.length < count || (await undecided(stage)).length > 0) {
    for (const id of await waitingForReview(stage)) await decide(stage, reviewer, id)
    await pause(50)
  }
}

async function decide(stage: Stage, reviewer: BrowserPerson, id: string): Promise<void> {
  const page = `/review/${id}`
  const claimed = await visit(stage, () => reviewer.post(`${page}/claim`, {}, { from: page }))
  if (claimed === undefined) return
  const shown = await visit(stage, () => reviewer.get(page))
  const seen = /name="seen" value="(\d+)"/.exec(shown?.text ?? '')?.[1]
  if (seen === undefined) return
  const decision = Number.parseInt(id.slice(-1), 16) % 2 === 0 ? 'rejected' : 'not-a-fit'
  const fields = {
    seen,
    decision: decision === 'rejected' ? 'reject' : decision,
    clauses: 'TOOL-01',
    text: 'This is decided by the script of kills.',
  }
  const answer = await visit(stage, () => reviewer.post(`${page}/decisions`, fields, { from: page }))
  if (answer?.status === 303) stage.acknowledged.decided.set(id, decision)
}

const decisions = "('rejected', 'rejected-automatically', 'not-a-fit')"

/** Submissions, acknowledged or not, on which nothing is decided. */
async function undecided({ pool }: Stage): Promise<readonly string[]> {
  const { rows } = await pool.query<{ stream: string }>(
    `select stream from event where stream like 'submission:%' group by stream
     having count(*) filter (where kind in ${decisions}) = 0`,
  )
  return rows.map(({ stream }) => stream.slice('submission:'.length))
}

async function waitingForReview({ pool }: Stage): Promise<readonly string[]> {
  const { rows } = await pool.query<{ stream: string }>(
    `select stream from event where stream like 'submission:%' group by stream
     having count(*) filter (where kind in ${decisions}) = 0 and count(*) filter (where kind = 'checked') > 0`,
  )
  return rows.map(({ stream }) => stream.slice('submission:'.length))
}
