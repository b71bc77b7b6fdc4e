import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { mayEnter } from './account.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

const asRoot = process.getuid?.() === 0
const settings = { fsync: 'off' }
const say = () => {}

/** A folder that the server's account may pass through. */
function folder(t: TestContext, mode = 0o755): string {
  const made = mkdtempSync(join(tmpdir(), 'connectory-postgres-'))
  chmodSync(made, mode)
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function ask(connectionString: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows[0]
}

test('the second start finds what the first one wrote; password and folder are closed to others', async (t) => {
  const dataDir = join(folder(t), 'data')
  const first = await startEmbeddedPostgres({ dataDir, say, settings })
  await ask(first.connectionString, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await startEmbeddedPostgres({ dataDir, say, settings })
  t.after(() => second.stop())
  assert.equal(second.adopted, false)
  assert.deepEqual(await ask(second.connectionString, 'select answer from kept'), { answer: 42 })
  assert.deepEqual(await ask(second.connectionString, "select current_setting('data_checksums') as on"), {
    on: 'on',
  })
  assert.equal(statSync(join(dataDir, 'postgres-password')).mode & 0o777, 0o600)
  assert.equal(statSync(join(dataDir, 'postgres')).mode & 0o777, 0o700)
})

test('without the password nobody gets in, and the server listens on loopback only', async (t) => {
  const server = await startEmbeddedPostgres({ dataDir: join(folder(t), 'data'), say, settings })
  t.after(() => server.stop())
  const wrong = new URL(server.connectionString)
  wrong.password = 'guess'
  await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' })
  assert.deepEqual(await ask(server.connectionString, "select current_setting('listen_addresses') as at"), {
    at: '127.0.0.1',
  })
})

test('fsync is on unless a test says otherwise', async (t) => {
  const server = await startEmbeddedPostgres({ dataDir: join(folder(t), 'data'), say })
  t.after(() => server.stop())
  assert.deepEqual(await ask(server.connectionString, "select current_setting('fsync') as fsync"), {
    fsync: 'on',
  })
})

test('a server that a killed process left running is adopted, with its data', async (t) => {
  const dataDir = join(folder(t), 'data')
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start-embedded-postgres.ts'))}
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, say() {} })
    console.log(server.connectionString)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const left = await new Promise<string>((resolve) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
  })
  await ask(left, 'create table kept as select 42 as answer')
  child.kill('SIGKILL')
  await ended
  const adopted = await startEmbeddedPostgres({ dataDir, say, settings })
  t.after(() => adopted.stop())
  assert.equal(adopted.adopted, true)
  assert.equal(adopted.connectionString, left)
  assert.deepEqual(await ask(adopted.connectionString, 'select answer from kept'), { answer: 42 })
})

test('a second process on one data folder is refused, and gets it when the first has stopped', async (t) => {
  const dataDir = join(folder(t), 'data')
  const first = await startEmbeddedPostgres({ dataDir, say, settings })
  await assert.rejects(startEmbeddedPostgres({ dataDir, say, settings }), (error) => {
    return error instanceof StartError && /already uses the data folder .* DATA_DIR/.test(error.message)
  })
  await first.stop()
  const second = await startEmbeddedPostgres({ dataDir, say, settings })
  await second.stop()
})

test('a lock that a dead process left behind is taken over', async (t) => {
  const dataDir = join(folder(t), 'data')
  mkdirSync(dataDir, { mode: 0o711 })
  writeFileSync(
    join(dataDir, 'connectory.lock'),
    JSON.stringify({ pid: process.pid, startTime: 'another life' }),
  )
  const server = await startEmbeddedPostgres({ dataDir, say, settings })
  await server.stop()
})

test('a cluster of another major version is refused with what to do, and left as it is', async (t) => {
  const dataDir = join(folder(t), 'data')
  const server = await startEmbeddedPostgres({ dataDir, say, settings })
  await server.stop()
  const versionFile = join(dataDir, 'postgres', 'PG_VERSION')
  writeFileSync(versionFile, '14\n')
  await assert.rejects(startEmbeddedPostgres({ dataDir, say, settings }), (error) => {
    return error instanceof StartError && /made by PostgreSQL 14.*DATABASE_URL.*DATA_DIR/.test(error.message)
  })
  assert.equal(readFileSync(versionFile, 'utf8'), '14\n')
  assert.ok(!existsSync(join(dataDir, 'connectory.lock')))
})

test('without any PostgreSQL the sentence names the package and DATABASE_URL', async (t) => {
  const dataDir = join(folder(t), 'data')
  const source = { packaged: undefined, installed: [join(dataDir, 'nothing')] }
  await assert.rejects(startEmbeddedPostgres({ dataDir, say, source }), (error) => {
    return error instanceof StartError && /@embedded-postgres\/.*DATABASE_URL/.test(error.message)
  })
})

if (asRoot) {
  test('root: in a folder closed to others the cluster lives elsewhere, one line says so, and the next start finds it', async (t) => {
    const dataDir = join(folder(t, 0o700), 'data')
    const elsewhere = join(folder(t), 'elsewhere')
    const lines: string[] = []
    const options = { dataDir, elsewhere, settings, say: (line: string) => void lines.push(line) }
    const first = await startEmbeddedPostgres(options)
    await ask(first.connectionString, 'create table kept as select 42 as answer')
    await first.stop()
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', new RegExp(elsewhere))
    const second = await startEmbeddedPostgres(options)
    t.after(() => second.stop())
    assert.equal(lines.length, 1)
    assert.deepEqual(await ask(second.connectionString, 'select answer from kept'), { answer: 42 })
  })

  test('root: the server does not run as root, and its files belong to its account', async (t) => {
    const dataDir = join(folder(t), 'data')
    const server = await startEmbeddedPostgres({ dataDir, say, settings })
    t.after(() => server.stop())
    assert.notEqual(statSync(join(dataDir, 'postgres')).uid, 0)
  })
}

const nobody = 65_534

// In a clone below a closed folder nobody else can even read the sources; npm test as an ordinary user shows it there.
if (asRoot && mayEnter({ uid: nobody, gid: nobody }, import.meta.dirname)) {
  test('an ordinary user starts it in an own folder that is closed to everybody else', async (t) => {
    const home = folder(t, 0o700)
    chownSync(home, nobody, nobody)
    const script = `
      import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'start-embedded-postgres.ts'))}
      const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(join(home, 'data'))}, say: console.log })
      console.log('started')
      await server.stop()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      uid: nobody,
      gid: nobody,
      cwd: '/',
      env: { PATH: process.env['PATH'], HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    await new Promise((resolve) => child.once('close', resolve))
    assert.equal(output, 'started\n')
  })
}
