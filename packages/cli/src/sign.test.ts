import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openSignedReport, parsePublicKey } from '@connectory/checker'
import { connectory, listen, serverWithTools } from '../test/run-connectory.ts'

function workFolder(t: TestContext): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'connectory-sign-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a key is made once, readable by its owner alone, and signs a report that its public part opens', async (t) => {
  const folder = workFolder(t)
  const [key, signed] = [join(folder, 'key.json'), join(folder, 'report.jws')]
  const made = await connectory('key', '--output', key)
  assert.equal(made.code, 0, made.err)
  assert.equal(statSync(key).mode & 0o777, 0o600)
  assert.doesNotMatch(made.out, /"d"/)
  assert.equal((await connectory('key', '--show', key)).out, made.out)
  const again = await connectory('key', '--output', key)
  assert.equal(again.code, 2)
  assert.match(again.err, /there already/)

  const server = serverWithTools([])
  t.after(() => server.close())
  const options = ['--allow-loopback', '--format', 'json', '--sign', signed, '--key', key]
  const checked = await connectory('check', await listen(server), ...options)
  const { tools: _, ...report } = JSON.parse(checked.out) as { exchanges: unknown[]; tools: unknown[] }
  assert.ok(report.exchanges.length > 0)
  const opened = await openSignedReport(readFileSync(signed, 'utf8'), parsePublicKey(made.out))
  assert.deepEqual(opened, { ...report, exchanges: [] })
})

test('what no directory would take is not signed, and half of the options is refused before the check', async (t) => {
  const folder = workFolder(t)
  const key = join(folder, 'key.json')
  await connectory('key', '--output', key)
  const notAKey = join(folder, 'other.json')
  writeFileSync(notAKey, '{}')
  const sign = ['--sign', join(folder, 'report.jws')]
  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [sign, /Give both/],
    [['--key', key], /Give both/],
    [[...sign, '--key', key, '--only', 'TOOL-*'], /narrowed/],
    [[...sign, '--key', notAKey], /no signing key/],
    [[...sign, '--key', join(folder, 'nothing.json')], /no such file/],
    [['--sign', join(folder, 'no/report.jws'), '--key', key], /cannot be written/],
  ]
  for (const [options, says] of refused) {
    const { code, err } = await connectory('check', 'https://mcp.example.com/mcp', ...options)
    assert.equal(code, 2, err)
    assert.match(err, says)
  }
  assert.match((await connectory('key')).err, /Give --output FILE/)
})
