import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../test/database.ts'
import { createVault, loadVaultKeys, type Database, type Vault } from './kernel/index.ts'
import { rotateKeys, sealedColumns } from './rotate-keys.ts'

const placeOf = (name: string) => ({ table: 'auth.secret', column: 'sealed', row: name })

async function write(db: Database, vault: Vault, name: string): Promise<void> {
  await sql`insert into auth.secret (name, sealed, created_at)
    values (${name}, ${vault.seal(`secret of ${name}`, placeOf(name))}, ${new Date(0)})`.execute(db)
}

test('a change of keys puts every secret under the new one, also while others write, and none is lost', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'connectory-keys-'))
  t.after(() => rmSync(dataDir, { recursive: true }))
  await using database = await testDatabase()
  const { db } = database
  const source = { vaultKey: undefined, vaultKeyCommand: undefined, dataDir }
  const running = createVault(loadVaultKeys(source), () => loadVaultKeys(source))
  const names = Array.from({ length: 520 }, (_, index) => `n${index}`)
  for (const name of names.slice(0, 510)) await write(db, running, name)
  const [said] = await Promise.all([
    rotateKeys(db, source),
    ...names.slice(510).map((name) => write(db, running, name)),
  ])
  assert.match(said, /secrets are sealed with the key k2 now/)
  // What was written in the last moment under the old key is found by the next run, which makes no key for it.
  assert.match(await rotateKeys(db, source), /Nothing in the database needs k1/)
  const { rows } = await sql<{ name: string; sealed: string }>`select name, sealed from auth.secret`.execute(
    db,
  )
  assert.equal(rows.length, 520)
  const onlyNew = createVault(loadVaultKeys(source).slice(1))
  for (const { name, sealed } of rows) {
    assert.equal(onlyNew.open(sealed, placeOf(name)), `secret of ${name}`)
    assert.equal(running.open(sealed, placeOf(name)), `secret of ${name}`)
  }
  const given = { ...source, vaultKey: Buffer.alloc(32, 7).toString('base64') }
  await sql`delete from auth.secret`.execute(db)
  assert.match(await rotateKeys(db, given), /nothing to change/)
})

test('every column whose name says that it is sealed is among those that a change of keys reaches', async () => {
  await using database = await testDatabase()
  const { rows } = await sql<{ table: string; column: string }>`
    select case table_schema when 'public' then '' else table_schema || '.' end || table_name as table,
      column_name as column
    from information_schema.columns where column_name = 'sealed'`.execute(database.db)
  for (const row of rows) {
    assert.ok(
      sealedColumns.some(({ table, column }) => table === row.table && column === row.column),
      `${row.table}.${row.column}`,
    )
  }
})
