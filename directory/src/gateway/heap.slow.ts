import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { reply, scriptedServer } from '../../test/scripted-server.ts'

const root = join(import.meta.dirname, '../../..')

test('after a person disconnected, and a collection, no token of theirs is left in memory', async () => {
  await using server = await scriptedServer('modern', ({ message }, response) =>
    reply(response, 200, { jsonrpc: '2.0', id: message.id, result: { resultType: 'complete', tools: [] } }),
  )
  const folder = mkdtempSync(join(tmpdir(), 'connectory-heap-'))
  try {
    const word = randomUUID()
    const program = join(import.meta.dirname, '../../test/heap-child.ts')
    const flags = ['--conditions=connectory-source', '--import', './scripts/tsx.mjs', '--expose-gc']
    const options = [...flags, program, server.url, word, folder]
    const child = spawn(process.execPath, options, { cwd: root, stdio: 'inherit' })
    assert.deepEqual(await once(child, 'exit'), [0, null])
    const [access, refresh] = ['access', 'refresh'].map((name) =>
      createHash('sha256').update(`${word} ${name}`).digest('hex'),
    )
    assert.ok(access !== undefined && refresh !== undefined)
    assert.equal(server.received.at(-1)?.headers.authorization, `Bearer ${access}`)
    const holds = (snapshot: string, secret: string): boolean =>
      readFileSync(join(folder, snapshot)).includes(secret)
    // A look that finds nothing would prove nothing if it could not find it where it is.
    assert.ok(holds('connected', access) && holds('connected', refresh))
    assert.ok(!holds('disconnected', access), 'the access token')
    assert.ok(!holds('disconnected', refresh), 'the refresh token')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
