import type { Translate } from '../../web/index.ts'
import type { Added } from '../model.ts'

/** One sentence per field that is not accepted, in the reader's language. */
export function faultTexts(
  { faults, listed = '' }: Extract<Added, { kind: 'refused' }>,
  t: Translate,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, t(`custom.fault.${fault}`, { slug: listed })]),
  )
}
