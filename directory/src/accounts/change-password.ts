import { requireViewer, writeAudit } from '../kernel/index.ts'
import { countAttempt, attemptLimits } from './attempt-store.ts'
import type { AccountsContext } from './create-accounts.ts'
import { passwordFaults, refuseFaults } from './sign-up-rules.ts'
import { viewerOf } from './viewer-of.ts'

/**
 * A new password. Every session ends, this browser gets a new one: the cookies that are returned. Guesses of the
 * current password count like attempts to sign in.
 */
export async function changePassword(
  context: AccountsContext,
  headers: Headers,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<readonly string[]> {
  const { db, clock, ids, signIns } = context
  const viewer = requireViewer({ var: { viewer: await viewerOf(context, headers) } })
  refuseFaults(passwordFaults(next, 'next'))
  const key = signIns.keyedHash(`attempt password ${viewer.person}`)
  await countAttempt(db, clock, [{ key, most: attemptLimits.email }])
  const cookies = await signIns.changePassword(headers, current, next)
  await writeAudit(
    db,
    { clock, ids },
    {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'accounts.change-password',
      subject: `person:${viewer.person}`,
      reason: 'Changed the password; all other sessions ended.',
    },
  )
  return cookies
}
