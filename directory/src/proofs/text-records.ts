import { Resolver } from 'node:dns/promises'

/** TXT records of a name; none when it cannot be asked. */
export async function textRecords(name: string): Promise<readonly string[]> {
  try {
    const records = await new Resolver({ timeout: 3_000, tries: 2 }).resolveTxt(name)
    return records.map((parts) => parts.join(''))
  } catch {
    // No such name, no such record, or no name server that answers: no proof is there to be seen.
    return []
  }
}
