import type pg from 'pg'
import type { Acknowledged } from './people.ts'
import type { Receivers } from '../../directory/test/notice-receivers.ts'

/** Every list is empty when all is right. */
export interface Verdict {
  readonly submissions: number
  readonly decisionsByPeople: number
  readonly decisionsByMachine: number
  readonly notices: number
  readonly mails: { readonly taken: number; readonly twice: number; readonly couldBeTwice: number }
  readonly webhooks: { readonly taken: number; readonly twice: number; readonly couldBeTwice: number }
  readonly wrong: {
    readonly lostSubmissions: readonly string[]
    readonly lostDecisions: readonly string[]
    readonly doubled: readonly string[]
    readonly notices: readonly string[]
    readonly mails: readonly string[]
    readonly webhooks: readonly string[]
  }
}

interface Told {
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly occasion: string
}

interface Sent {
  readonly notice_id: string
  readonly channel: 'mail' | 'webhook'
  readonly target_id: string
  readonly state: string
  /** Attempts whose end nobody wrote down: the process was killed in the middle of them. */
  readonly open: number
}

/** Compares what was acknowledged, what stands in the database, and what came by mail and webhook. */
export async function judge(
  pool: pg.Pool,
  { submitted, decided }: Acknowledged,
  receivers: Receivers,
): Promise<Verdict> {
  const events = Map.groupBy(await allEvents(pool), ({ stream }) => stream)
  const kindsOf = (id: string): readonly string[] =>
    (events.get(`submission:${id}`) ?? []).map(({ kind }) => kind)
  const told = await allNotices(pool)
  const sent = await allDeliveries(pool)
  const byMail = channel(
    sent,
    'mail',
    receivers.mails,
    ({ notice_id: id, target_id: person }) => `<${id}.${person}@`,
  )
  const byWebhook = channel(sent, 'webhook', receivers.webhooks, ({ notice_id: id }) => id)
  const all = [...events.values()].flat()
  return {
    submissions: submitted.length,
    decisionsByPeople: decided.size,
    decisionsByMachine: all.filter(({ kind }) => kind === 'rejected-automatically').length,
    notices: told.length,
    mails: byMail.counts,
    webhooks: byWebhook.counts,
    wrong: {
      lostSubmissions: submitted.filter((id) => !kindsOf(id).includes('submitted')),
      lostDecisions: [...decided].flatMap(([id, kind]) =>
        kindsOf(id).includes(kind) ? [] : [`${id} ${kind}`],
      ),
      doubled: [
        ...(await doubledChecks(pool)),
        ...[...events.keys()].flatMap((stream) => doubled(stream, events)),
      ],
      notices: [...wrongNotices(all, told), ...undelivered(told, sent)],
      mails: byMail.wrong,
      webhooks: byWebhook.wrong,
    },
  }
}

interface Happened {
  readonly stream: string
  readonly seq: number
  readonly kind: string
}

async function allEvents(pool: pg.Pool): Promise<readonly Happened[]> {
  const { rows } = await pool.query<Happened>(
    "select stream, seq, kind from event where stream like 'submission:%' order by stream, seq",
  )
  return rows
}

async function allNotices(pool: pg.Pool): Promise<readonly Told[]> {
  const { rows } = await pool.query<Told>('select id, kind, about, occasion from notice')
  return rows
}

async function allDeliveries(pool: pg.Pool): Promise<readonly Sent[]> {
  const { rows } = await pool.query<Sent>(
    `select notice_id, channel, target_id, state,
       (select count(*)::int from notice_attempt where delivery_id = notice_delivery.id and outcome is null) as open
     from notice_delivery`,
  )
  return rows
}

async function doubledChecks(pool: pg.Pool): Promise<readonly string[]> {
  const found: string[] = []
  for (const table of ['report', 'review_screening']) {
    const { rows } = await pool.query<{ submission_id: string }>(
      `select submission_id from ${table} group by submission_id, attempt having count(*) > 1`,
    )
    found.push(...rows.map((row) => `${table} of ${row.submission_id}`))
  }
  return found
}

const once: ReadonlySet<string> = new Set(['submitted', 'checked'])
const decisions: ReadonlySet<string> = new Set(['rejected', 'rejected-automatically', 'not-a-fit'])

/** One submission, one check, one decision, in this order. */
function doubled(stream: string, events: ReadonlyMap<string, readonly Happened[]>): readonly string[] {
  const kinds = (events.get(stream) ?? []).map(({ kind }) => kind)
  const steps = kinds.filter((kind) => once.has(kind) || decisions.has(kind))
  const right = steps[0] === 'submitted' && steps[1] === 'checked' && decisions.has(steps[2] ?? '')
  return right && steps.length === 3 ? [] : [`${stream}: ${kinds.join(' ')}`]
}

/** One notice of each decision, and of nothing else. */
function wrongNotices(events: readonly Happened[], told: readonly Told[]): readonly string[] {
  const due = events.filter(({ kind }) => decisions.has(kind)).map(({ stream }) => stream)
  const ofDecisions = told.filter(({ about }) => about.startsWith('submission:'))
  const count = new Map<string, number>()
  for (const { about } of ofDecisions) count.set(about, (count.get(about) ?? 0) + 1)
  const missing = due
    .filter((stream) => count.get(stream) === undefined)
    .map((stream) => `nothing of ${stream}`)
  const doubles = Map.groupBy(ofDecisions, ({ kind, about, occasion }) => `${kind} ${about} ${occasion}`)
  const twice = [...doubles].flatMap(([what, some]) =>
    some.length > 1 ? [`${some.length} times ${what}`] : [],
  )
  const tooMany = [...count].flatMap(([about, n]) => (n > 1 ? [`${n} of ${about}`] : []))
  return [...missing, ...twice, ...tooMany]
}

/** Each notice goes by mail and to the webhook: else what is said of those is said of nothing. */
function undelivered(told: readonly Told[], sent: readonly Sent[]): readonly string[] {
  const channels = Map.groupBy(sent, (one) => one.notice_id)
  return told
    .filter(({ about }) => about.startsWith('submission:'))
    .flatMap(({ id, about }) =>
      (['mail', 'webhook'] as const)
        .filter((name) => channels.get(id)?.some(({ channel }) => channel === name) !== true)
        .map((name) => `no ${name} of ${about}`),
    )
}

/** Each delivery came at least once, under one name, and again only when an attempt was killed in its middle. */
function channel(
  sent: readonly Sent[],
  name: Sent['channel'],
  taken: readonly string[],
  nameOf: (one: Sent) => string,
) {
  const wrong: string[] = []
  const due = sent.filter((one) => one.channel === name)
  let twice = 0
  let expected = 0
  for (const one of due) {
    const own = nameOf(one)
    const copies = taken.filter((each) => each.startsWith(own))
    expected += copies.length
    twice += Math.max(0, copies.length - 1)
    if (one.state !== 'done') wrong.push(`${own} is ${one.state}`)
    if (copies.length === 0) wrong.push(`${own} never came`)
    if (new Set(copies).size > 1) wrong.push(`${own} came as ${copies.join(', ')}`)
    if (copies.length - 1 > one.open)
      wrong.push(`${own} came ${copies.length} times with ${one.open} kills in between`)
  }
  const couldBeTwice = due.reduce((sum, { open }) => sum + open, 0)
  const names = due.map(nameOf)
  const stray = taken.filter((each) => !isConfirmation(each) && !names.some((own) => each.startsWith(own)))
  wrong.push(...stray.map((each) => `${each} belongs to no delivery`))
  return { wrong, counts: { taken: expected, twice, couldBeTwice } }
}

/** The mail that asks whether an address is its reader's is no notice. */
function isConfirmation(messageId: string): boolean {
  return /^<[^.@]+@/.test(messageId)
}
