import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from '../test/database.ts'
import { migrate } from './kernel/index.ts'

const folder = join(import.meta.dirname, '../migrations')
const files = readdirSync(folder).toSorted()

test('migrations are numbered SQL files, and no number is given twice', () => {
  assert.ok(files.length > 5)
  for (const file of files) assert.match(file, /^\d{4}-[a-z0-9-]+\.sql$/)
  assert.equal(new Set(files.map((file) => file.slice(0, 4))).size, files.length)
})

test('a database that is up to date is left as it is', async () => {
  await using database = await testDatabase()
  assert.deepEqual(await migrate(database.db), [])
})
