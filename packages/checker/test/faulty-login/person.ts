import type { SignIn } from '../../src/sign-in.ts'
import { walkThroughConsent } from './walk.ts'

/** Somebody with a browser, who clicks at once. Nothing listens at the redirect address, because nobody has to. */
export function person(answer: 'allow' | 'deny' = 'allow', more: Partial<SignIn> = {}): SignIn {
  return {
    redirectUri: 'http://127.0.0.1:49152/callback',
    authorize: (url) => walkThroughConsent(url, answer),
    ...more,
  }
}
