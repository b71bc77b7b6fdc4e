import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ArrivedHead } from './arrived-head.ts'

const raw = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.flat().map((text) => Buffer.from(text, 'latin1'))

test('a header asked for by itself is what the platform’s Headers say', () => {
  const sent = raw(
    ['Content-Type', 'application/json'],
    ['www-authenticate', 'Bearer a'],
    ['x-spaced', ' \t a b \t'],
    ['x-empty', ''],
    ['WWW-Authenticate', 'Basic b'],
    ['x-odd', 'caf\u00e9 \u0001'],
    ['bad name', 'x'],
  )
  const head = new ArrivedHead(200, sent)
  const names = ['content-type', 'www-authenticate', 'x-spaced', 'x-empty', 'x-odd', 'missing', 'constructor']
  for (const name of names) assert.equal(head.header(name), head.headers.get(name), name)
  assert.equal(head.header('www-authenticate'), 'Bearer a, Basic b')
  assert.equal(head.header('x-odd'), 'caf\u00e9 ?')
})
