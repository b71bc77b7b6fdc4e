import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { reportSchema } from '@connectory/checker'
import { createOpenServer } from '../../starter/templates/open-limited/server.ts'

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const bin = join(import.meta.dirname, '../bin/connectory.mjs')

function connectory(...options: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (err += text))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
}

/** A server as small as can be, whose tools/list is what the test says. */
function serverWithTools(tools: readonly unknown[]): Server {
  return createServer(async (request, response) => {
    const { id, method } = JSON.parse(Buffer.concat(await request.toArray()).toString() || '{}')
    const results: Record<string, unknown> = {
      initialize: {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'test', version: '1.0.0' },
      },
      'tools/list': { tools },
    }
    const result = results[method]
    response.writeHead(id === undefined ? 202 : 200, { 'content-type': 'application/json' })
    const error = { code: -32_601, message: 'Method not found' }
    response.end(
      id === undefined ? '' : JSON.stringify({ jsonrpc: '2.0', id, ...(result ? { result } : { error }) }),
    )
  })
}

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
  assert.match(out, /Not looked at \(\d+\): .*AUTH-09/)
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

const mistakes = [
  { options: ['check'], says: /missing required argument 'url'/ },
  { options: ['check', 'handbook'], says: /"handbook" is not a URL.*https:\/\/mcp\.example\.com\/mcp/ },
  { options: ['check', 'ftp://example.com/'], says: /reached by https/ },
  { options: ['check', 'https://example.com/mcp', '--policy', 'mine'], says: /faq-2026-02-10/ },
  { options: ['check', 'https://example.com/mcp', '--format', 'xml'], says: /text, json/ },
  { options: ['chekc', 'https://example.com/mcp'], says: /unknown command|Did you mean/ },
]

for (const { options, says } of mistakes) {
  test(`wrong usage "${options.join(' ')}" is exit 2 with a sentence`, async () => {
    const { code, err } = await connectory(...options)
    assert.equal(code, 2)
    assert.match(err, says)
  })
}
