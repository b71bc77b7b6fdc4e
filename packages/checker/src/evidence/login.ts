import type { CollectOptions } from './remote.ts'
import { couldNotLook, doesNotApply, type Evidence, type Looked } from './evidence.ts'
import type { AccessFacts } from './facts.ts'
import type { Visit } from './visit.ts'

export type LoginParts = Pick<
  Evidence['parts'],
  'resource' | 'issuer' | 'unknownClient' | 'badToken' | 'registration'
>

export async function collectLogin(
  _visit: Visit,
  access: Looked<AccessFacts>,
  _options: CollectOptions,
): Promise<LoginParts> {
  if (!access.looked) return everything(access)
  if (!access.value.protected) return everything(doesNotApply('no-login'))
  return everything(couldNotLook('step-failed', { problem: 'not written yet' }))
}

function everything(why: Looked<never>): LoginParts {
  return { resource: why, issuer: why, unknownClient: why, badToken: why, registration: why }
}
