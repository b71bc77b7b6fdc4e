import { isWireError, type SafeFetch } from '@connectory/wire'

/** Where a proof was found. */
export type ProofPlace = 'file' | 'record'

/** What somebody puts on a server's site, or into its domain, where only who has it can. */
export interface ProofOrder {
  readonly file: string
  /** Null for a server without a domain. */
  readonly record: string | null
  readonly text: string
}

/** @param name of the file and of the record, such as `connectory-transfer`. Pure. */
export function proofOrder(name: string, id: string, serverUrl: string): ProofOrder {
  const { origin, hostname } = new URL(serverUrl)
  const isName = /[a-z]$/i.test(hostname)
  return {
    file: `${origin}/.well-known/${name}`,
    record: isName ? `_${name}.${hostname}` : null,
    text: `${name}=${id}`,
  }
}

export interface Seeking {
  readonly fetch: SafeFetch
  /** TXT records of a name; none when there are none or nobody answers. */
  readonly textRecords: (name: string) => Promise<readonly string[]>
}

/** Asks strangers: nothing is to be locked meanwhile. */
export async function findProof(
  { fetch, textRecords }: Seeking,
  { file, record, text }: ProofOrder,
): Promise<ProofPlace | undefined> {
  try {
    const answer = await fetch(file, { timeoutMs: 10_000, maxBytes: 10_000 })
    const lines = (await answer.text()).split('\n').map((line) => line.trim())
    if (answer.status === 200 && lines.includes(text)) return 'file'
  } catch (error) {
    if (!isWireError(error)) throw error
  }
  if (record === null) return undefined
  return (await textRecords(record)).some((found) => found.trim() === text) ? 'record' : undefined
}
