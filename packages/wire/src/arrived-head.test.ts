import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ArrivedHead } from './arrived-head.ts'

test('a header asked for by itself is what the platform’s Headers say', () => {
  const raw = {
    'content-type': 'application/json',
    'www-authenticate': ['Bearer a', 'Basic b'],
    'x-spaced': ' \t a b \t',
    'x-empty': '',
    'x-odd': 'caf\u00e9 \u2603',
    'bad name': 'x',
    'x-none': undefined,
  }
  const names = [...Object.keys(raw), 'missing', 'constructor'].filter(
    (name) => name !== 'bad name' && name !== 'x-none',
  )
  const head = new ArrivedHead(200, raw)
  for (const name of names) assert.equal(head.header(name), head.headers.get(name), name)
  assert.equal(head.header('x-odd'), 'caf\u00e9 ?')
})
