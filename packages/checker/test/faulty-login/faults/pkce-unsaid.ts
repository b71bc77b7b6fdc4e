import { patched, places, type Fault } from '../fault.ts'

export const fault: Fault = {
  id: 'pkce-unsaid',
  raises: 'AUTH-07',
  case: 'silent',
  level: 'must',
  change: patched(places.serverMetadata, { code_challenge_methods_supported: undefined }),
}
