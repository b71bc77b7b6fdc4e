import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { BrowserPerson } from './browser-person.ts'
import { factsOf, formOf } from './listed-connector.ts'
import { freePort } from './free-port.ts'
import { until } from './until.ts'
import { dataFolder, startProcess } from './product-process.ts'
import { startPublisherSite } from './third-party-server.ts'
import { echoTool, toolServer } from './tool-server.ts'

const patienceMs = 20_000
const { annotations: _hints, ...unhinted } = echoTool

test('kill -9 loses nothing that was acknowledged, and no check decides twice', async (t) => {
  await using folder = dataFolder()
  await using site = await startPublisherSite()
  await using slow = await slowServer()
  await using second = await toolServer()
  second.tools = [unhinted]
  const port = String(await freePort())
  const home = new URL(`http://127.0.0.1:${port}`)
  const settings = { PORT: port, DATA_DIR: folder.path, ALLOW_LOOPBACK: 'yes' }
  const start = async () => {
    const started = startProcess(['all'], settings)
    await started.says(/serves http/)
    return started
  }
  const publisher = new BrowserPerson(home)
  const submit = async (url: string, name: string) => {
    const answer = await publisher.post('/submissions/new', formOf(factsOf(url, site.url, { name })))
    assert.equal(answer.status, 303, answer.text)
    return String(answer.headers.location)
  }
  /** Waits for the report, then for what a second worker might still do. */
  const settled = async (path: string) => {
    const since = performance.now()
    await until(async () => {
      const { status } = await publisher.get(`${path}/report.json`)
      return status === 200 ? true : undefined
    }, patienceMs)
    assert.ok(performance.now() - since < patienceMs)
    return path.split('/').at(-1) ?? ''
  }

  let product = await start()
  const email = 'paula@people.example'
  const signUp = await publisher.post('/sign-up', { name: 'Paula', email, password: 'correct horse battery' })
  assert.equal(signUp.status, 303, signUp.text)
  const first = await submit(slow.url, 'Slow')
  await slow.listAsked
  const postmaster = folder.postmaster()
  product.kill('SIGKILL')
  assert.equal(await product.ended, null)
  slow.goOn()

  product = await start()
  await t.test('the next start takes over the database that the killed process left running', () => {
    assert.equal(folder.postmaster(), postmaster)
  })
  await t.test('a second process on the same data folder is refused with a sentence', async () => {
    const other = startProcess(['all'], { ...settings, PORT: '0' })
    assert.equal(await other.ended, 1)
    const sentence = `Another Connectory (process ${product.pid}) already uses the data folder ${folder.path}.`
    assert.ok(other.said().includes(sentence), other.said())
    assert.doesNotMatch(other.said(), /\n\s+at /)
  })
  await t.test('a check that was killed ends with one report and one decision', async () => {
    const id = await settled(first)
    assert.deepEqual(await decisions(folder.connectionString(), id), [
      'submitted',
      'checked',
      'rejected-automatically',
    ])
    assert.ok(slow.lists() >= 2, 'the server is asked again')
  })

  const acknowledged = await submit(second.url, 'Second')
  product.kill('SIGKILL')
  await product.ended
  // And the database with it, as a power cut would.
  process.kill(folder.postmaster(), 'SIGQUIT')
  await until(() => (existsSync(join(folder.path, 'postgres/postmaster.pid')) ? undefined : true))

  product = await start()
  await t.test('what was acknowledged before a power cut is there, checked and decided once', async () => {
    const id = await settled(acknowledged)
    assert.deepEqual(await decisions(folder.connectionString(), id), [
      'submitted',
      'checked',
      'rejected-automatically',
    ])
  })
  await t.test('the jobs of the killed workers run again and change nothing', async () => {
    await until(
      async () => ((await jobsLeft(folder.connectionString())) === 0 ? true : undefined),
      patienceMs,
    )
    for (const path of [first, acknowledged]) {
      const events = await decisions(folder.connectionString(), path.split('/').at(-1) ?? '')
      assert.deepEqual(events, ['submitted', 'checked', 'rejected-automatically'])
    }
  })
  await t.test('SIGTERM ends with code 0 in ten seconds, and takes the database along', async () => {
    const since = performance.now()
    product.kill('SIGTERM')
    assert.equal(await product.ended, 0, product.said())
    assert.ok(performance.now() - since < 10_000)
    assert.ok(!existsSync(join(folder.path, 'postgres/postmaster.pid')))
    assert.ok(!existsSync(join(folder.path, 'connectory.lock')))
  })
})

/** The events of a submission in order. Fails when any of its checks has two reports or two screenings. */
async function decisions(connectionString: string, submission: string): Promise<readonly string[]> {
  return await query(connectionString, async (client) => {
    for (const table of ['report', 'review_screening', 'probe_run']) {
      const { rows } = await client.query(
        `select attempt, count(*)::int as n from ${table} where submission_id = $1 group by 1`,
        [submission],
      )
      assert.deepEqual(rows, [{ attempt: 1, n: 1 }], table)
    }
    const { rows } = await client.query<{ kind: string }>(
      'select kind from event where stream = $1 order by seq',
      [`submission:${submission}`],
    )
    return rows.map(({ kind }) => kind)
  })
}

async function jobsLeft(connectionString: string): Promise<number> {
  return await query(connectionString, async (client) => {
    const unfinished =
      "select 1 from jobs.job where name = 'probe' and state in ('created', 'retry', 'active')"
    return (await client.query(unfinished)).rowCount ?? -1
  })
}

async function query<T>(connectionString: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

/** A server that does not answer the first tools/list until it is told to. */
async function slowServer() {
  const server = await toolServer()
  const asked = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  let lists = 0
  server.tools = [unhinted]
  server.onList = async () => {
    lists += 1
    asked.resolve()
    await gate.promise
  }
  return {
    url: server.url,
    listAsked: asked.promise,
    lists: () => lists,
    goOn: () => gate.resolve(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** What only shows when the process starts; the sentences of the configuration itself have a test beside it. */
const contradictions: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string]>> = {
  'plain http in public': [
    { PUBLIC_URL: 'http://directory.example' },
    'PUBLIC_URL is http://directory.example/, but plain http is only for loopback. Use https.',
  ],
  'a database that does not answer': [
    { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:1/directory' },
    'No PostgreSQL at 127.0.0.1:1 lets us in (DATABASE_URL). Start it, or correct the address, the user or the',
  ],
  'certificates that are not there': [
    { TLS_CERT: '/nowhere/c.pem', TLS_KEY: '/nowhere/k.pem' },
    'TLS_CERT names the file /nowhere/c.pem, which cannot be read (ENOENT).',
  ],
}

test('a contradictory configuration ends with a sentence and exit code 1', async (t) => {
  await using folder = dataFolder()
  for (const [what, [settings, sentence]] of Object.entries(contradictions)) {
    await t.test(what, async () => {
      const started = startProcess(['all'], { PORT: '0', DATA_DIR: folder.path, ...settings })
      assert.equal(await started.ended, 1, started.said())
      assert.ok(started.said().includes(sentence), started.said())
      assert.doesNotMatch(started.said(), /\n\s+at |secret/)
    })
  }
})
