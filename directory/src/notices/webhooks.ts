import { randomBytes } from 'node:crypto'
import { checkUrl, isWireError } from '@connectory/wire'
import {
  inTransaction,
  Problem,
  writeAudit,
  type Database,
  type Id,
  type Language,
  type Viewer,
} from '../kernel/index.ts'
import type { Delivery, Result, Webhook, WebhookId } from './channels.ts'
import type { Delivering } from './deliver.ts'
import { deliveriesTo } from './delivery-store.ts'
import { sendWebhook } from './send-webhook.ts'
import {
  changeWebhook,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  putSecret,
  webhooksOf,
  type SigningWebhook,
} from './webhook-store.ts'

const most = 5
const bothSignMs = 24 * 3_600_000

/** Only owners of the organisation see and change these. */
export interface WebhookVerbs {
  webhooks(viewer: Viewer): Promise<readonly Webhook[]>
  /** @throws Problem invalid-input | too-many */
  addWebhook(viewer: Viewer, asked: { readonly url: string; readonly language: Language }): Promise<WebhookId>
  /** @throws Problem not-found, as all of these */
  webhook(viewer: Viewer, id: WebhookId): Promise<Webhook & { readonly deliveries: readonly Delivery[] }>
  /** `whsec_` and 32 bytes in base64. */
  webhookSecret(viewer: Viewer, id: WebhookId): Promise<string>
  /** For a day the old secret signs too. */
  rotateWebhook(viewer: Viewer, id: WebhookId): Promise<void>
  /** Sends a message of the type `notices.test` now. */
  testWebhook(viewer: Viewer, id: WebhookId): Promise<Result>
  switchWebhookOn(viewer: Viewer, id: WebhookId): Promise<void>
  removeWebhook(viewer: Viewer, id: WebhookId): Promise<void>
}

export function webhookVerbs(deps: Delivering): WebhookVerbs {
  const { db, vault, clock, ids } = deps
  const change = async (
    viewer: Viewer,
    id: WebhookId,
    verb: string,
    work: (trx: Database, webhook: SigningWebhook) => Promise<unknown>,
  ): Promise<void> => {
    await inTransaction(db, async (trx) => {
      await work(trx, await own(deps, viewer, id, trx))
      await audit(deps, trx, viewer, { id, verb })
    })
  }
  return {
    async webhooks(viewer) {
      await requireOwner(deps, viewer)
      return await webhooksOf(db, viewer.organisation)
    },
    addWebhook: (viewer, asked) => addWebhook(deps, viewer, asked),
    async webhook(viewer, id) {
      const { secret: _secret, old: _old, ...webhook } = await own(deps, viewer, id)
      return { ...webhook, deliveries: await deliveriesTo(db, [id]) }
    },
    async webhookSecret(viewer, id) {
      const { secret } = await own(deps, viewer, id)
      await inTransaction(db, (trx) => audit(deps, trx, viewer, { id, verb: 'show-secret' }))
      return secret
    },
    rotateWebhook: (viewer, id) =>
      change(viewer, id, 'rotate', (trx, webhook) =>
        putSecret(trx, vault, webhook, {
          secret: newSecret(),
          oldUntil: new Date(clock.now().getTime() + bothSignMs),
        }),
      ),
    async testWebhook(viewer, id) {
      const webhook = await own(deps, viewer, id)
      const at = clock.now()
      const message = {
        id: `test_${ids.next<Id<'test'>>()}`,
        body: JSON.stringify({ type: 'notices.test', timestamp: at.toISOString(), data: { webhook: id } }),
      }
      const result = await sendWebhook(deps.fetch, webhook, message, at)
      if (result.outcome === 'sent') await changeWebhook(db, id, { goodAt: at })
      return result
    },
    switchWebhookOn: (viewer, id) =>
      change(viewer, id, 'switch-on', (trx) => changeWebhook(trx, id, { state: 'on' })),
    removeWebhook: (viewer, id) => change(viewer, id, 'remove', (trx) => deleteWebhook(trx, id)),
  }
}

export async function requireOwner(
  { db, organisations }: Pick<Delivering, 'db' | 'organisations'>,
  { organisation, person }: Viewer,
): Promise<void> {
  if (await organisations.isOwner(db, organisation, person)) return
  throw new Problem('not-allowed', 'Only an owner of the organisation can do this.')
}

async function own(
  { db, vault, organisations }: Delivering,
  viewer: Viewer,
  id: WebhookId,
  trx?: Database,
): Promise<SigningWebhook> {
  await requireOwner({ db: trx ?? db, organisations }, viewer)
  const webhook = await findWebhook(trx ?? db, vault, id, trx === undefined ? 'no-lock' : 'lock')
  if (webhook?.organisation === viewer.organisation) return webhook
  throw new Problem('not-found', 'There is no such webhook.')
}

async function addWebhook(
  deps: Delivering,
  viewer: Viewer,
  { url, language }: { readonly url: string; readonly language: Language },
): Promise<WebhookId> {
  await requireOwner(deps, viewer)
  const { db, ids, clock, vault } = deps
  const webhook: Webhook = {
    id: ids.next<WebhookId>(),
    organisation: viewer.organisation,
    url: parseUrl(url, deps.fetch.allowLoopback),
    language,
    state: 'on',
    goodAt: null,
    createdAt: clock.now(),
  }
  await inTransaction(db, async (trx) => {
    if ((await webhooksOf(trx, viewer.organisation)).length >= most) {
      throw new Problem('too-many', `An organisation may have ${most} webhooks.`, {
        fields: { url: 'too-many' },
      })
    }
    await insertWebhook(trx, vault, { webhook, secret: newSecret() })
    await audit(deps, trx, viewer, { id: webhook.id, verb: 'add' })
  })
  return webhook.id
}

function parseUrl(text: string, allowLoopback: boolean): string {
  try {
    const { href } = checkUrl(text.trim(), allowLoopback)
    if (href.length <= 2000) return href
  } catch (error) {
    if (!isWireError(error)) throw error
  }
  throw new Problem('invalid-input', 'A webhook needs an address with https.', { fields: { url: 'invalid' } })
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

async function audit(
  deps: Delivering,
  trx: Database,
  viewer: Viewer,
  { id, verb }: { readonly id: WebhookId; readonly verb: string },
): Promise<void> {
  await writeAudit(trx, deps, {
    organisation: viewer.organisation,
    actor: { kind: 'person', id: viewer.person },
    action: `notices.webhook-${verb}`,
    subject: `webhook:${id}`,
    reason: 'asked for on the page of notices',
  })
}
