import type { ConnectionsDependencies } from './connections.ts'
import { openHeaders, sealedHeaders, type HeaderPlace } from './header-store.ts'

/** What a request to this server carries besides a token, for people of this organisation. */
export async function headersFor(
  { db, vault }: Pick<ConnectionsDependencies, 'db' | 'vault'>,
  at: HeaderPlace,
  serverUrl: string,
): Promise<Readonly<Record<string, string>>> {
  return openHeaders(vault, at, await sealedHeaders(db, at), serverUrl)
}
