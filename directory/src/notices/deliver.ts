import { inTransaction, type Database, type PersonId } from '../kernel/index.ts'
import { nextAttempt, type DeliveryId, type Result, type TakenDelivery, type WebhookId } from './channels.ts'
import type { NoticesDependencies } from './create-notices.ts'
import {
  endAttempt,
  firstAttemptAt,
  giveUpAll,
  insertDeliveries,
  takeDue,
  type NewDelivery,
} from './delivery-store.ts'
import { noticeMail } from './mail-words.ts'
import { addRefusal, changeMailbox, mailboxesOf } from './mailbox-store.ts'
import type { SendMail } from './mailer.ts'
import type { Notice, NoticeId } from './model.ts'
import { messageOf, sendWebhook } from './send-webhook.ts'
import { findNotice, lockUnspread, markSpread, unspreadBefore } from './store.ts'
import type { Tell } from './tell.ts'
import { tellMailOff, tellWebhookOff } from './tell-switched-off.ts'
import { changeWebhook, findWebhook, webhooksOf } from './webhook-store.ts'

export interface Delivering extends NoticesDependencies {
  readonly tell: Tell
  /** Undefined without SMTP. */
  readonly sendMail: SendMail | undefined
}

/** Longer than an attempt can take. */
const leaseMs = 2 * 60_000
const atOnce = 16
const lostAfterMs = 60_000
/** Mails in a row that are refused for good. */
const mostRefusals = 3

/** Hands a notice to the channels of its recipients, once, and tries each at once. */
export async function spread(deps: Delivering, id: NoticeId): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const notice = await lockUnspread(trx, id)
    if (notice === undefined) return
    const at = deps.clock.now()
    await insertDeliveries(trx, await deliveriesOf(deps, trx, notice), at)
    await markSpread(trx, id, at)
  })
  await deliverSome(deps, id)
}

/** What waits for its next attempt, and what was told while nobody took jobs. */
export async function deliverDue(deps: Delivering): Promise<void> {
  const lost = new Date(deps.clock.now().getTime() - lostAfterMs)
  for (const id of await unspreadBefore(deps.db, lost)) await spread(deps, id)
  while ((await deliverSome(deps)) === atOnce);
}

async function deliveriesOf(
  { ids, organisations, sendMail }: Delivering,
  trx: Database,
  { id: notice, to }: Notice,
): Promise<readonly NewDelivery[]> {
  const people = to.person === undefined ? await organisations.membersOf(trx, to.organisation) : [to.person]
  const mailboxes = sendMail === undefined ? [] : await mailboxesOf(trx, people)
  // A webhook is the organisation's: what concerns one person is not for it.
  const webhooks = to.person === undefined ? await webhooksOf(trx, to.organisation) : []
  const make = (channel: NewDelivery['channel']) => (target: NewDelivery['target']) => ({
    id: ids.next<DeliveryId>(),
    notice,
    channel,
    target,
  })
  return [
    ...mailboxes.filter(({ enabled }) => enabled).map(({ person }) => make('mail')(person)),
    ...webhooks.filter(({ state }) => state === 'on').map((webhook) => make('webhook')(webhook.id)),
  ]
}

async function deliverSome(deps: Delivering, notice?: NoticeId): Promise<number> {
  const at = deps.clock.now()
  const until = new Date(at.getTime() + leaseMs)
  const taken = await takeDue(deps.db, { at, until, most: atOnce, ...(notice !== undefined && { notice }) })
  await Promise.all(
    taken.map(async (delivery) => {
      try {
        await attempt(deps, delivery)
      } catch (error) {
        deps.log.error({ err: error, delivery: delivery.id }, 'What became of a notice could not be written')
      }
    }),
  )
  return taken.length
}

async function attempt(deps: Delivering, delivery: TakenDelivery): Promise<void> {
  const notice = await findNotice(deps.db, delivery.notice)
  if (notice === undefined) return
  const result = await send(deps, delivery, notice)
  await inTransaction(deps.db, async (trx) => {
    const nextAt = result.outcome === 'failed' ? nextAttempt(delivery.number, deps.clock.now()) : undefined
    if (!(await endAttempt(trx, delivery, { result, nextAt }))) return
    if (delivery.channel === 'mail') await followMail(deps, trx, delivery, result)
    else await followWebhook(deps, trx, delivery, { result, last: nextAt === undefined })
  })
}

/** It counts as an attempt, so that it ends; nobody is switched off for it. */
const ourFault: Result = { outcome: 'failed', detail: 'a fault of this directory' }

async function send(deps: Delivering, delivery: TakenDelivery, notice: Notice): Promise<Result> {
  try {
    return await (delivery.channel === 'mail' ? byMail : byWebhook)(deps, delivery, notice)
  } catch (error) {
    deps.log.error({ err: error, delivery: delivery.id }, 'A notice could not be sent, by our fault')
    return ourFault
  }
}

const switchedOff: Result = { outcome: 'refused', detail: 'switched off' }

async function byMail(deps: Delivering, { target }: TakenDelivery, notice: Notice): Promise<Result> {
  const [mailbox] = await mailboxesOf(deps.db, [target as PersonId])
  if (mailbox?.enabled !== true || deps.sendMail === undefined) return switchedOff
  const words = await noticeMail(deps.config, notice, mailbox.language)
  return await deps.sendMail({
    ...words,
    to: mailbox.address,
    messageId: `<${notice.id}.${mailbox.person}@${deps.config.publicUrl.hostname}>`,
    at: notice.at,
  })
}

async function byWebhook(deps: Delivering, { target }: TakenDelivery, notice: Notice): Promise<Result> {
  const webhook = await findWebhook(deps.db, deps.vault, target as WebhookId)
  if (webhook?.state !== 'on') return switchedOff
  const message = messageOf(notice, webhook.language, deps.config.publicUrl)
  return await sendWebhook(deps.fetch, webhook, message, deps.clock.now())
}

/** An address that refuses mail again and again gets none any more. */
async function followMail(
  deps: Delivering,
  trx: Database,
  { id, target, notice }: TakenDelivery,
  result: Result,
): Promise<void> {
  const person = target as PersonId
  if (result.outcome === 'sent') await changeMailbox(trx, person, { refusals: 0 })
  if (result.outcome !== 'refused' || result === switchedOff) return
  if ((await addRefusal(trx, person)) < mostRefusals) return
  await changeMailbox(trx, person, { enabled: false })
  await giveUpAll(trx, person)
  const told = await findNotice(trx, notice)
  if (told !== undefined) {
    await tellMailOff(deps.tell, trx, { organisation: told.to.organisation, person, occasion: id })
  }
}

/** A receiver that is gone, or took nothing for as long as one notice was tried, gets none any more. */
async function followWebhook(
  { vault, clock, tell }: Delivering,
  trx: Database,
  { id, target }: TakenDelivery,
  { result, last }: { readonly result: Result; readonly last: boolean },
): Promise<void> {
  if (result === ourFault) return
  const webhook = await findWebhook(trx, vault, target as WebhookId, 'lock')
  if (webhook?.state !== 'on') return
  if (result.outcome === 'sent') return await changeWebhook(trx, webhook.id, { goodAt: clock.now() })
  if (!last) return
  const since = await firstAttemptAt(trx, id)
  if (result.gone !== true && webhook.goodAt !== null && since !== undefined && webhook.goodAt > since) return
  const state = result.gone === true ? 'gone' : 'failing'
  await changeWebhook(trx, webhook.id, { state })
  await giveUpAll(trx, webhook.id)
  await tellWebhookOff(tell, trx, { ...webhook, state }, id)
}
