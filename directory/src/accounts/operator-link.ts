import { createHash, randomBytes } from 'node:crypto'
import { inTransaction, Problem, type Viewer } from '../kernel/index.ts'
import type { AccountsContext } from './create-accounts.ts'
import { grantRole } from './grant-role.ts'
import { operatorLinkIsOpen, replaceOperatorLink, useOperatorLink, type OperatorLinkId } from './store.ts'

const validMs = 24 * 3600 * 1000

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** `PUBLIC_URL/operator/<secret>`; the table keeps a hash of the secret only. */
export async function createOperatorLink(context: AccountsContext): Promise<URL> {
  const { db, clock, ids, publicUrl } = context
  const token = randomBytes(32).toString('base64url')
  const at = clock.now()
  await inTransaction(db, (trx) =>
    replaceOperatorLink(trx, {
      id: ids.next<OperatorLinkId>(),
      tokenHash: hashOf(token),
      at,
      expiresAt: new Date(at.getTime() + validMs),
    }),
  )
  return new URL(`/operator/${token}`, publicUrl)
}

export async function operatorLinkStands({ db, clock }: AccountsContext, token: string): Promise<boolean> {
  return await operatorLinkIsOpen(db, hashOf(token), clock.now())
}

/** Makes the viewer an operator and a reviewer. Throws Problem('not-found') when the link was used or is too old. */
export async function redeemOperatorLink(
  context: AccountsContext,
  viewer: Viewer,
  token: string,
): Promise<void> {
  const { db, clock } = context
  await inTransaction(db, async (trx) => {
    if (!(await useOperatorLink(trx, hashOf(token), viewer.person, clock.now()))) {
      throw new Problem(
        'not-found',
        'This link was used already or is older than 24 hours. Make a new one with "connectory admin create-operator".',
      )
    }
    const by = { kind: 'person', id: viewer.person } as const
    const reason = 'Opened the one-time link for operators.'
    await grantRole(context, trx, { person: viewer.person, role: 'operator', by, reason })
    await grantRole(context, trx, { person: viewer.person, role: 'reviewer', by, reason })
  })
}
