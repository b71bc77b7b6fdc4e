import { inTransaction, Problem, type Language, type PersonId, type Viewer } from '../kernel/index.ts'
import type { Mailbox } from './channels.ts'
import type { Delivering } from './deliver.ts'
import { addressMail } from './mail-words.ts'
import {
  addressOfToken,
  changeMailbox,
  countAsked,
  deleteMailbox,
  endAddresses,
  insertAddress,
  mailboxesOf,
  putMailbox,
  waitingAddress,
  type AddressId,
} from './mailbox-store.ts'
import { hashOf, newToken } from './secret-link.ts'

const dayMs = 24 * 3_600_000
/** Links that a person may ask for in a day, and that anybody may ask for an address. */
const most = { byPerson: 10, forAddress: 5 }
const address = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/

export interface MailSettings {
  /** False without SMTP. */
  readonly available: boolean
  readonly mailbox: Mailbox | undefined
  /** Waits for its link to be opened. */
  readonly waiting: string | undefined
}

/** `unavailable`: nothing could be confirmed, because this directory sends no e-mail. */
export type ContactState = 'confirmed' | 'waiting' | 'none' | 'unavailable'

export interface MailVerbs {
  mail(viewer: Viewer): Promise<MailSettings>
  /** Whether somebody can be reached under an address that they have confirmed by a link. */
  contact(person: PersonId): Promise<ContactState>
  /** Sends a link to the address. @throws Problem invalid-input | too-many | unavailable */
  askAddress(viewer: Viewer, asked: { readonly address: string; readonly language: Language }): Promise<void>
  /** The address that this link confirms, for this person. */
  askedAddress(viewer: Viewer, token: string): Promise<string | undefined>
  /** @throws Problem not-found */
  confirmAddress(viewer: Viewer, token: string): Promise<void>
  setMail(viewer: Viewer, change: { readonly enabled: boolean; readonly language: Language }): Promise<void>
  removeMail(viewer: Viewer): Promise<void>
}

export function mailVerbs(deps: Delivering): MailVerbs {
  const { db, clock } = deps
  const waitingFor = async ({ person }: Viewer, token: string) =>
    await addressOfToken(db, { person, tokenHash: hashOf(token), at: clock.now() })
  return {
    async mail({ person }) {
      const [mailbox] = await mailboxesOf(db, [person])
      const waiting = (await waitingAddress(db, person, clock.now()))?.address
      return { available: deps.sendMail !== undefined, mailbox, waiting }
    },
    async contact(person) {
      const [mailbox] = await mailboxesOf(db, [person])
      if (mailbox !== undefined) return 'confirmed'
      if (deps.sendMail === undefined) return 'unavailable'
      return (await waitingAddress(db, person, clock.now())) === undefined ? 'none' : 'waiting'
    },
    askAddress: (viewer, asked) => askAddress(deps, viewer, asked),
    askedAddress: async (viewer, token) => (await waitingFor(viewer, token))?.address,
    async confirmAddress(viewer, token) {
      const asked = await waitingFor(viewer, token)
      if (asked === undefined) throw new Problem('not-found', 'This link has ended, or is for somebody else.')
      await inTransaction(db, async (trx) => {
        await putMailbox(trx, { ...asked, person: viewer.person }, clock.now())
        await endAddresses(trx, viewer.person, clock.now())
      })
    },
    setMail: ({ person }, change) =>
      changeMailbox(db, person, { ...change, ...(change.enabled && { refusals: 0 }) }),
    removeMail: ({ person }) =>
      inTransaction(db, async (trx) => {
        await deleteMailbox(trx, person)
        await endAddresses(trx, person, clock.now())
      }),
  }
}

async function askAddress(
  { db, clock, ids, config, sendMail }: Delivering,
  viewer: Viewer,
  asked: { readonly address: string; readonly language: Language },
): Promise<void> {
  if (sendMail === undefined) throw new Problem('unavailable', 'This directory sends no e-mail.')
  const to = asked.address.trim()
  if (to.length > 254 || !address.test(to)) {
    throw new Problem('invalid-input', 'This is not an e-mail address.', { fields: { address: 'invalid' } })
  }
  const at = clock.now()
  const token = newToken()
  await inTransaction(db, async (trx) => {
    const since = new Date(at.getTime() - dayMs)
    const count = await countAsked(trx, { person: viewer.person, address: to, since })
    if (count.byPerson >= most.byPerson || count.forAddress >= most.forAddress) {
      throw new Problem('too-many', 'Too many links were asked for. Try again tomorrow.', {
        fields: { address: 'too-many' },
      })
    }
    await insertAddress(trx, {
      id: ids.next<AddressId>(),
      person: viewer.person,
      address: to,
      language: asked.language,
      tokenHash: hashOf(token),
      at,
      expiresAt: new Date(at.getTime() + dayMs),
    })
  })
  const words = await addressMail(config, { token, language: asked.language, name: viewer.name })
  const messageId = `<${ids.next<AddressId>()}@${config.publicUrl.hostname}>`
  const { outcome, detail } = await sendMail({ ...words, to, messageId, at })
  if (outcome === 'sent') return
  throw new Problem('unavailable', `The mail server did not take it: ${detail}`, {
    fields: { address: outcome },
  })
}
