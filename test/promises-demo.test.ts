import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { BrowserPerson, readable } from './browser-person.ts'
import { freePort } from './free-port.ts'
import { dataFolder, startProcess, type ProductProcess } from './product-process.ts'

const run = promisify(execFile)

test('the demo: one command calls a tool, the second start finds everything, and nobody can serve it by mistake', async (t) => {
  await using folder = dataFolder()
  const port = String(await freePort())
  const settings = { PORT: port, DATA_DIR: folder.path }
  const home = new URL(`http://127.0.0.1:${port}`)
  const welcomed = async (demo: ProductProcess) => {
    await demo.says(/Stop with Ctrl-C/)
    const said = demo.said()
    assert.ok(said.includes(`The directory is open: ${home.href}`), said)
    const people = [...said.matchAll(/^ {2}(\w+) +(\w+@demo\.example) +(\S+)$/gm)]
    assert.equal(people.length, 3)
    const command = /^curl [\s\S]*?'$/m.exec(said.slice(said.indexOf('Call a tool')))?.[0] ?? ''
    return { people: people.map(([line]) => line), command }
  }
  const calls = async (command: string) => {
    const { stdout } = await run('bash', ['-c', command])
    const answer = JSON.parse(stdout) as { result?: unknown }
    assert.match(JSON.stringify(answer.result), /Europe\/Berlin/, stdout)
  }

  let demo = startProcess(['demo'], settings)
  const first = await welcomed(demo)
  await t.test('the printed command calls a tool through the gateway', () => calls(first.command))
  await t.test('nothing but its welcome is printed, and no fault', () => {
    assert.doesNotMatch(demo.said(), /\n\s+at |"level":(50|60)|NOTICE/)
  })
  const submissions = await listOf(home, first.people)
  await t.test('the demo’s three servers have taken the way of every server', () => {
    assert.equal(submissions.length, 3)
    assert.deepEqual(
      submissions.map(({ status }) => status),
      ['Not approved', 'Published', 'Published'],
    )
  })
  await t.test('SIGINT ends it with code 0', async () => {
    demo.kill('SIGINT')
    assert.equal(await demo.ended, 0, demo.said())
  })

  demo = startProcess(['demo'], settings)
  const second = await welcomed(demo)
  await t.test('the second start has the same people and submissions, and its command works', async () => {
    assert.deepEqual(second.people, first.people)
    assert.deepEqual(await listOf(home, second.people), submissions)
    await calls(second.command)
  })
  await t.test('passwords stand in a file that only its owner reads', () => {
    const file = join(folder.path, 'demo.json')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(Object.keys(JSON.parse(readFileSync(file, 'utf8')).passwords).length, 3)
  })
  demo.kill('SIGTERM')
  assert.equal(await demo.ended, 0)

  await t.test('the production start refuses the folder with a sentence', async () => {
    const production = startProcess(['all'], settings)
    assert.equal(await production.ended, 1)
    const said = production.said()
    assert.ok(
      said.includes('This database has demo accounts (publisher@demo.example), which "npm start"'),
      said,
    )
    assert.ok(said.includes('Serve from another DATA_DIR or DATABASE_URL.'), said)
    assert.doesNotMatch(said, /\n\s+at |serves http/)
  })
})

/** What the publisher's own page lists, after signing in with the printed password. */
async function listOf(home: URL, people: readonly string[]) {
  const [, email = '', password = ''] =
    people
      .find((line) => line.includes('publisher'))
      ?.trim()
      .split(/\s+/) ?? []
  const browser = new BrowserPerson(home)
  const signedIn = await browser.post('/sign-in', { email, password })
  assert.equal(signedIn.status, 303, signedIn.text)
  const { text } = await browser.get('/submissions')
  return text
    .split('<tr')
    .flatMap((row) => {
      const path = /href="(\/submissions\/[0-9a-f-]{36})"/.exec(row)?.[1]
      const status = /Published|Not approved|Rejected/i.exec(readable(row))?.[0]
      return path === undefined ? [] : [{ path, status }]
    })
    .toSorted((one, other) => String(one.status).localeCompare(String(other.status)))
}
