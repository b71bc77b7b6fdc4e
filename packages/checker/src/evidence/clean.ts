import { mask, maskBody } from '@connectory/wire'
import { wellFormed } from '../text/well-formed.ts'

/** Words without secrets, cut after they were masked: half a secret at the cut would stay. */
export function cleaned(text: string, secrets: readonly string[], most: number): string {
  // More than is kept, so that a mask cannot push a secret's end out of sight.
  let clean = text.slice(0, most * 20)
  for (const secret of secrets) clean = clean.replaceAll(secret, mask)
  clean = maskBody(clean)
  return wellFormed(clean.length <= most ? clean : `${clean.slice(0, most)}…`)
}
