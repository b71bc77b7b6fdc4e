import { inTransaction, type PersonId, type Viewer } from '../kernel/index.ts'
import type { AccountsContext } from './create-accounts.ts'
import type { SignInUser } from './sign-in-store.ts'
import { ensurePerson, findViewer } from './store.ts'

export async function viewerOf(context: AccountsContext, headers: Headers): Promise<Viewer | null> {
  if (!headers.has('cookie')) return null
  const session = await context.signIns.sessionOf(headers)
  return session === null ? null : await viewerFor(context, session.user)
}

/**
 * The viewer for a sign-in. The library commits its user before we make the person, so a crash in between leaves a
 * sign-in without one: whoever comes first makes it here, in one transaction with the organisation.
 */
export async function viewerFor(context: AccountsContext, user: SignInUser): Promise<Viewer> {
  const { db, ids, clock, organisations } = context
  const found = await findViewer(db, user.id)
  if (found !== undefined) return found
  await inTransaction(db, async (trx) => {
    const { id } = await ensurePerson(trx, {
      id: ids.next<PersonId>(),
      signInId: user.id,
      name: user.name,
      email: user.email,
      at: clock.now(),
    })
    await organisations.createPersonal(trx, id, user.name)
  })
  const made = await findViewer(db, user.id)
  if (made === undefined) throw new Error('The person of this sign-in was made and cannot be read.')
  return made
}
