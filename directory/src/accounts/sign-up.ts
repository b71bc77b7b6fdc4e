import { writeAudit, type Viewer } from '../kernel/index.ts'
import { attemptLimits, countAttempt } from './attempt-store.ts'
import type { AccountsContext } from './create-accounts.ts'
import type { SignedIn, SignUpInput } from './model.ts'
import { normalEmail, refuseFaults, signUpFaults } from './sign-up-rules.ts'
import { viewerFor } from './viewer-of.ts'

/** A new person with a personal organisation, signed in. */
export async function signUp(context: AccountsContext, input: SignUpInput): Promise<SignedIn> {
  refuseFaults(signUpFaults(input))
  const { db, clock, signIns } = context
  if (input.address !== undefined) {
    const key = signIns.keyedHash(`attempt address ${input.address}`)
    await countAttempt(db, clock, [{ key, most: attemptLimits.address }])
  }
  const { user, cookies } = await signIns.create({
    name: input.name.trim(),
    email: normalEmail(input.email),
    password: input.password,
    userAgent: input.userAgent,
  })
  const viewer = await viewerFor(context, user)
  await recordSignUp(context, viewer)
  return { viewer, cookies }
}

async function recordSignUp({ db, clock, ids }: AccountsContext, viewer: Viewer): Promise<void> {
  await writeAudit(
    db,
    { clock, ids },
    {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'accounts.sign-up',
      subject: `person:${viewer.person}`,
      reason: 'Signed up with e-mail and password.',
    },
  )
}
