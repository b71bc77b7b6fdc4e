import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { reportSchema } from '@connectory/checker'
import { createOpenServer } from '../../starter/templates/open-limited/server.ts'
import { connectory, listen, serverWithTools } from '../test/run-connectory.ts'

const good = createOpenServer({ requestsPerMinute: 10_000 })
const misplaced = serverWithTools([
  {
    name: 'read_page',
    description: 'Reads one page of the handbook by its number.',
    inputSchema: { type: 'object' },
    readOnlyHint: true,
  },
])
let goodUrl = ''
let misplacedUrl = ''

before(async () => {
  goodUrl = await listen(good)
  misplacedUrl = await listen(misplaced)
})

after(() => {
  for (const server of [good, misplaced]) {
    server.close()
    server.closeAllConnections()
  }
})

test('the starter template is ready: exit 0, and the text says what was not looked at', async () => {
  const { code, out } = await connectory('check', goodUrl, '--allow-loopback')
  assert.equal(code, 0, out)
  assert.match(out, /READY/)
  assert.match(out, /loopback/)
  assert.match(out, /Not looked at \(\d+\): [^]*AUTH-09/)
})

test('a server that breaks a rule is blocked: exit 1, with proof, reason and the patch', async () => {
  const { code, out } = await connectory('check', misplacedUrl, '--allow-loopback')
  assert.equal(code, 1, out)
  assert.match(out, /TOOL-02/)
  assert.match(out, /read_page/)
  assert.match(out, /"annotations"/)
  assert.match(out, /Why: /)
  assert.match(out, /BLOCKED/)
})

test('--format json prints one object that the report schema accepts, and nothing else', async () => {
  const { code, out, err } = await connectory('check', misplacedUrl, '--allow-loopback', '--format', 'json')
  assert.equal(code, 1)
  assert.equal(err, '')
  const report = reportSchema.parse(JSON.parse(out))
  assert.equal(report.verdict, 'blocked')
  assert.equal(report.loopback, true)
  assert.deepEqual(report.scopes, ['passive'])
})

test('a server that cannot be reached is never a pass: exit 3', async () => {
  const server = createServer()
  const url = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  const { code, out } = await connectory('check', url, '--allow-loopback')
  assert.equal(code, 3, out)
  assert.match(out, /refuses the connection/)
  assert.match(out, /INCOMPLETE .*not a pass/)
})

test('a loopback server without --allow-loopback is not spoken to', async () => {
  const { code, out } = await connectory('check', goodUrl)
  assert.notEqual(code, 0)
  assert.match(out, /--allow-loopback|https/)
})

test('the command that npm links runs the same program and hands its exit code on', () => {
  const bin = join(import.meta.dirname, '../bin/connectory.mjs')
  const run = spawnSync(process.execPath, [bin, 'check', 'handbook'], { encoding: 'utf8' })
  assert.equal(run.status, 2)
  assert.match(run.stderr, /"handbook" is not a URL/)
})

const mistakes = [
  { options: ['check'], says: /missing required argument 'url'/ },
  { options: ['check', 'handbook'], says: /"handbook" is not a URL.*https:\/\/mcp\.example\.com\/mcp/ },
  { options: ['check', 'ftp://example.com/'], says: /reached by https/ },
  { options: ['check', 'https://example.com/mcp', '--policy', 'mine'], says: /faq-2026-02-10/ },
  {
    options: ['check', 'https://example.com/mcp', '--format', 'xml'],
    says: /text, json, sarif, junit, markdown, html/,
  },
  { options: ['check', 'https://example.com/mcp', '--only', 'TOLL-01'], says: /"TOLL-01" names no rule/ },
  { options: ['check', 'https://example.com/mcp', '--tools', 'a.json'], says: /one check has one source/ },
  {
    options: ['check', '--tools', 'a.json', '--record', 'folder'],
    says: /^--record is for asking a server, and --tools asks no server: leave it out, or give it together with/,
  },
  {
    options: ['check', '--replay', 'a', '--call', 'read-only', '--inputs', 'b', '--burst', '--timeout', '9'],
    says: /^--call, --inputs, --timeout, and --burst are for asking a server, and --replay asks no server: leave/,
  },
  {
    options: ['check', '--tools', 'a.json', '--time-limit', '9', '--directory', 'b', '--allow-loopback'],
    says: /^--time-limit, --directory, and --allow-loopback are for/,
  },
  {
    options: ['check', '--replay', 'a', '--login-twice', '--no-browser'],
    says: /^--login-twice and --no-br/,
  },
  { options: ['check', '--tools', 'a.json', '--header', 'X-Key: @a'], says: /^--header is for/ },
  {
    options: ['check', '--tools', 'a', '--fix', '--format', 'json'],
    says: /leave out --format json, or --fix/,
  },
  {
    options: ['check', 'https://example.com/mcp', '--listing', '-', '--call', 'all', '--inputs', '-'],
    says: /^--listing and --inputs cannot all read stdin/,
  },
  {
    options: ['check', 'https://example.com/mcp', '--directory-token-env', 'A'],
    says: /belongs to --directory/,
  },
  { options: ['check', 'https://example.com/mcp', '--no-browser'], says: /--no-browser belong to --login/ },
  {
    options: ['check', '--tools', 'no-such-file.json'],
    says: /no-such-file\.json cannot be read: there is no/,
  },
  { options: ['check', '--replay', 'no-such-folder'], says: /no-such-folder.* cannot be read/ },
  { options: ['explain', 'TOOL-99'], says: /There is no rule "TOOL-99"\. There are TOOL-01/ },
  { options: ['chekc', 'https://example.com/mcp'], says: /unknown command|Did you mean/ },
]

for (const { options, says } of mistakes) {
  test(`wrong usage "${options.join(' ')}" is exit 2 with a sentence`, async () => {
    const { code, err } = await connectory(...options)
    assert.equal(code, 2)
    assert.match(err, says)
  })
}
