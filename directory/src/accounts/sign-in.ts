import { Problem } from '../kernel/index.ts'
import { attemptLimits, countAttempt, forgetAttempts } from './attempt-store.ts'
import type { AccountsContext } from './create-accounts.ts'
import type { SignedIn, SignInInput } from './model.ts'
import { normalEmail, passwordLength } from './sign-up-rules.ts'
import { viewerFor } from './viewer-of.ts'

/**
 * A new session for a known person. An unknown e-mail costs the same hash as a wrong password and reads the same, so
 * that nobody learns from it who has an account.
 */
export async function signIn(context: AccountsContext, input: SignInInput): Promise<SignedIn> {
  const { db, clock, signIns } = context
  const email = normalEmail(input.email)
  const emailKey = signIns.keyedHash(`attempt email ${email}`)
  const address = input.address ?? ''
  await countAttempt(db, clock, [
    ...(address === ''
      ? []
      : [{ key: signIns.keyedHash(`attempt address ${address}`), most: attemptLimits.address }]),
    { key: emailKey, most: attemptLimits.email },
  ])
  if (input.password.length > passwordLength.most) {
    throw new Problem('invalid-input', 'E-mail or password is wrong. Check both and try again.')
  }
  const { user, cookies } = await signIns.enter({
    email,
    password: input.password,
    userAgent: input.userAgent,
  })
  await forgetAttempts(db, emailKey)
  return { viewer: await viewerFor(context, user), cookies }
}
