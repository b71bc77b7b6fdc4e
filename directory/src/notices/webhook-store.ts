import type { Database, Language, OrganisationId, Place, SealedColumn, Vault } from '../kernel/index.ts'
import type { Webhook, WebhookId } from './channels.ts'

interface WebhookTable {
  id: WebhookId
  organisation_id: OrganisationId
  url: string
  language: Language
  secret: string
  old_secret: string | null
  old_until: Date | null
  state: Webhook['state']
  good_at: Date | null
  created_at: Date
}

type Tables = { notice_webhook: WebhookTable }

export const sealedInWebhooks: readonly SealedColumn[] = [
  { table: 'notice_webhook', column: 'secret' },
  { table: 'notice_webhook', column: 'old_secret' },
]

type Owned = Pick<Webhook, 'id' | 'organisation'>

function place({ id, organisation }: Owned, column: 'secret' | 'old_secret'): Place {
  return { table: 'notice_webhook', column, row: id, owner: [organisation] }
}

export async function insertWebhook(
  trx: Database,
  vault: Vault,
  { webhook, secret }: { readonly webhook: Webhook; readonly secret: string },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('notice_webhook')
    .values({
      id: webhook.id,
      organisation_id: webhook.organisation,
      url: webhook.url,
      language: webhook.language,
      secret: vault.seal(secret, place(webhook, 'secret')),
      old_secret: null,
      old_until: null,
      state: webhook.state,
      good_at: webhook.goodAt,
      created_at: webhook.createdAt,
    })
    .execute()
}

export async function webhooksOf(db: Database, organisation: OrganisationId): Promise<readonly Webhook[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('notice_webhook')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .orderBy('id')
    .execute()
  return rows.map(toWebhook)
}

export interface SigningWebhook extends Webhook {
  readonly secret: string
  /** Signs too, until then. */
  readonly old: { readonly secret: string; readonly until: Date } | undefined
}

/** @param lock others who write it wait until the transaction ends */
export async function findWebhook(
  db: Database,
  vault: Vault,
  id: WebhookId,
  lock: 'lock' | 'no-lock' = 'no-lock',
): Promise<SigningWebhook | undefined> {
  const query = db.withTables<Tables>().selectFrom('notice_webhook').selectAll().where('id', '=', id)
  const row = await (lock === 'lock' ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return undefined
  const webhook = toWebhook(row)
  const old =
    row.old_secret === null || row.old_until === null
      ? undefined
      : { secret: vault.open(row.old_secret, place(webhook, 'old_secret')), until: row.old_until }
  return { ...webhook, secret: vault.open(row.secret, place(webhook, 'secret')), old }
}

/** The old secret is sealed anew: it stands in another column. */
export async function putSecret(
  trx: Database,
  vault: Vault,
  webhook: SigningWebhook,
  { secret, oldUntil }: { readonly secret: string; readonly oldUntil: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('notice_webhook')
    .set({
      secret: vault.seal(secret, place(webhook, 'secret')),
      old_secret: vault.seal(webhook.secret, place(webhook, 'old_secret')),
      old_until: oldUntil,
    })
    .where('id', '=', webhook.id)
    .execute()
}

export async function changeWebhook(
  trx: Database,
  id: WebhookId,
  { state, goodAt }: { readonly state?: Webhook['state']; readonly goodAt?: Date },
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('notice_webhook')
    .set({ ...(state !== undefined && { state }), ...(goodAt !== undefined && { good_at: goodAt }) })
    .where('id', '=', id)
    .execute()
}

export async function deleteWebhook(trx: Database, id: WebhookId): Promise<void> {
  await trx.withTables<Tables>().deleteFrom('notice_webhook').where('id', '=', id).execute()
}

function toWebhook(row: WebhookTable): Webhook {
  return {
    id: row.id,
    organisation: row.organisation_id,
    url: row.url,
    language: row.language,
    state: row.state,
    goodAt: row.good_at,
    createdAt: row.created_at,
  }
}
