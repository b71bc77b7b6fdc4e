import type { Surface } from './model.ts'
import { surfaces } from './model.ts'

export interface SurfaceFacts {
  /** Runs on the user's own machine (a bundle), not behind a URL. */
  readonly local: boolean
  /** The publisher's own client id: known to the operator's servers only (FAQ 1). */
  readonly staticClient: boolean
  /** Admits only the operator's addresses, so that a client on the user's machine is kept out (FAQ 2). */
  readonly addressFilter: boolean
}

/** Where a connector works. @see requirements.md LST-03 */
export function surfacesOf({ local, staticClient, addressFilter }: SurfaceFacts): readonly Surface[] {
  if (local) return ['desktop', 'code']
  return surfaces.filter((surface) => surface !== 'code' || (!staticClient && !addressFilter))
}
