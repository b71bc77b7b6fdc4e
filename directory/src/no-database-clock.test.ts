import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { parseSync, Visitor } from 'oxc-parser'
import { testDatabase } from '../test/database.ts'

const root = join(import.meta.dirname, '..')

/** Everything in PostgreSQL that reads a clock: functions, keywords, and the special input string. */
const clockOfTheDatabase =
  /\b(?:(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|current_(?:timestamp|date|time)\b|localtime(?:stamp)?\b)|'now'/gi

/** Where SQL may stand; architecture.test.ts holds that it stands nowhere else. */
const sqlHomes = /store[a-z-]*\.ts$|^src\/kernel\/|^src\/demo\//

function withoutSqlComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').replaceAll(/--.*$/gm, ' ')
}

function inSql(file: string, text: string): string[] {
  return [...withoutSqlComments(text).matchAll(clockOfTheDatabase)].map(([found]) => `${file}: ${found}`)
}

/** Looks into strings and templates only: `clock.now()` in code is our own clock. */
function inSource(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source)
  assert.deepEqual(errors, [], file)
  const found: string[] = []
  const look = (start: number, text: string): void => {
    const line = source.slice(0, start).split('\n').length
    found.push(...inSql(`${file}:${line}`, text))
  }
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') look(node.start, node.value)
    },
    TemplateElement: (node) => look(node.start, node.value.raw),
    // Kysely builds a call from a name: fn('now')
    CallExpression: ({ callee, arguments: [first] }) => {
      const name =
        callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
          ? callee.property.name
          : callee.type === 'Identifier' && callee.name
      if (name === 'fn' && first?.type === 'Literal' && typeof first.value === 'string') {
        look(first.start, `${first.value}()`)
      }
    },
  }).visit(program)
  return found
}

test('no migration asks the database for the time', () => {
  const migrations = globSync('migrations/*.sql', { cwd: root })
  assert.ok(migrations.length >= 5, `only ${migrations.length} migrations were looked at`)
  assert.deepEqual(
    migrations.flatMap((file) => inSql(file, readFileSync(join(root, file), 'utf8'))),
    [],
  )
})

test('no SQL in the sources asks the database for the time', () => {
  const sources = globSync('src/**/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && sqlHomes.test(file),
  )
  assert.ok(sources.length > 20, `only ${sources.length} files were looked at`)
  assert.deepEqual(
    sources.flatMap((file) => inSource(file, readFileSync(join(root, file), 'utf8'))),
    [],
  )
})

test('in a migrated database no default and no function of ours asks for the time', async () => {
  await using database = await testDatabase()
  const { rows } = await sql<{ place: string; text: string }>`
    select a.attrelid::regclass || '.' || a.attname as place, pg_get_expr(d.adbin, d.adrelid) as text
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'jobs')
    union all
    select p.oid::regprocedure::text, p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'jobs')
      and not exists (select from pg_depend x where x.objid = p.oid and x.deptype = 'e')
  `.execute(database.db)
  assert.deepEqual(
    rows.flatMap(({ place, text }) => inSql(place, text)),
    [],
  )
})

for (const planted of [
  'create table visit (at timestamptz not null default now())',
  'update visit set at = CURRENT_TIMESTAMP',
  'select * from visit where at < clock_timestamp () - interval $1',
  'select localtimestamp',
  "select 'now'::timestamptz",
]) {
  test(`the search finds: ${planted}`, () => {
    assert.equal(inSql('planted.sql', planted).length, 1)
    assert.equal(inSource('planted.ts', `export const rows = sql\`${planted}\``).length, 1)
  })
}

test('the search finds a call that the query builder makes, and leaves our own clock and comments alone', () => {
  assert.equal(inSource('planted.ts', `query.where('at', '<', eb.fn('now'))`).length, 1)
  assert.deepEqual(inSource('ours.ts', 'sql`update visit set at = ${clock.now()}` // not now()'), [])
  assert.deepEqual(inSql('ours.sql', 'select 1 -- never now()'), [])
})
