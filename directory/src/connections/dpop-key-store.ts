import type { Vault } from '../kernel/index.ts'
import { dpopKeySchema, signerOf, type DpopKey, type DpopSigner } from './dpop-key.ts'
import type { Sealed } from './store.ts'

/** As its tokens: it opens for their person, connector and issuer only. */
const place = ({ id, person, listing, issuer }: Sealed) => ({
  table: 'connection',
  column: 'dpop_key',
  row: id,
  owner: [person, listing, issuer],
})

/** What `connection.dpop_key` holds. */
export function sealDpopKey(vault: Vault, key: DpopKey | undefined, row: Sealed): string | null {
  return key === undefined ? null : vault.seal(JSON.stringify(key), place(row))
}

export function openDpopKey(vault: Vault, sealed: string | null, row: Sealed): DpopSigner | undefined {
  if (sealed === null) return undefined
  return signerOf(dpopKeySchema.parse(JSON.parse(vault.open(sealed, place(row)))))
}
