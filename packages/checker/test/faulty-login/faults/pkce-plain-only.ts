import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'pkce-plain-only',
  raises: 'AUTH-07',
  case: 'other',
  level: 'must',
  change: patched(places.serverMetadata, { code_challenge_methods_supported: ['plain'] }),
}
