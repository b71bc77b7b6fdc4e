import type { Database, OrganisationId, PersonId } from '../kernel/index.ts'
import { paths, type TextKey } from '../web/index.ts'
import type { DeliveryId, Webhook } from './channels.ts'
import type { Saying } from './model.ts'
import type { Tell } from './tell.ts'

interface MailOff {
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly occasion: DeliveryId
}

export async function tellMailOff(
  tell: Tell,
  trx: Database,
  { organisation, person, occasion }: MailOff,
): Promise<void> {
  await tell(trx, {
    kind: 'notices.mail-off',
    to: { organisation, person },
    about: `person:${person}`,
    occasion,
    what: { key: 'notices.mail-off.what' },
    why: { key: 'notices.mail-off.why' },
    whatToDo: { key: 'notices.mail-off.do' },
    link: paths.noticeSettings,
  })
}

export async function tellWebhookOff(
  tell: Tell,
  trx: Database,
  { id, organisation, url, state }: Webhook & { readonly state: 'failing' | 'gone' },
  occasion: DeliveryId,
): Promise<void> {
  const parameters = { host: new URL(url).host }
  const say = (key: TextKey): Saying => ({ key, parameters })
  await tell(trx, {
    kind: 'notices.webhook-off',
    to: { organisation },
    about: `webhook:${id}`,
    occasion,
    what: say('notices.webhook-off.what'),
    why: say(`notices.webhook-off.${state}`),
    whatToDo: say('notices.webhook-off.do'),
    link: `${paths.noticeSettings}/webhooks/${id}`,
  })
}
