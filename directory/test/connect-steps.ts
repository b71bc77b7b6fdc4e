import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { ConnectOutcome } from '../src/connections/index.ts'
import type { Database, Viewer } from '../src/kernel/index.ts'
import type { ConnectionsBed } from './connections-bed.ts'

export const callbackUrl = 'http://127.0.0.1:8080/connections/callback'

/** Begins a sign-in; where the browser is sent. */
export async function go(bed: ConnectionsBed, viewer: Viewer, slug: string): Promise<URL> {
  const begun = await bed.connections.begin(viewer, slug)
  assert.equal(begun.kind, 'continue', JSON.stringify(begun))
  return begun.kind === 'continue' ? begun.to : new URL('about:blank')
}

/** Every text in every table: what a thief of the database would read. */
export async function dump(db: Database): Promise<string> {
  const own = ['connection', 'client_registration', 'connect_attempt', 'connect_trace']
  const tables = [...own, 'shared_header', 'tool_level', 'audit', 'event']
  const parts = []
  for (const table of tables) {
    const { rows } = await sql`select t::text as row from ${sql.table(table)} t`.execute(db)
    parts.push(JSON.stringify(rows))
  }
  return parts.join('\n')
}

export function failure(outcome: ConnectOutcome): string {
  return outcome.kind === 'failed' ? outcome.failure.code : outcome.kind
}
