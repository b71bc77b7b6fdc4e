import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createVault, parseVaultKey, readVaultKeys } from './vault.ts'

const place = { table: 'connection', column: 'tokens', row: 'one' }
const first = { id: 'k1', bytes: new Uint8Array(32).fill(1) }
const second = { id: 'k2', bytes: new Uint8Array(32).fill(2) }

test('a sealed secret opens at its own place and nowhere else', () => {
  const vault = createVault([first])
  const sealed = vault.seal('a token ☃', place)
  assert.match(sealed, /^v1:k1:[\w-]+:[\w-]+$/)
  assert.equal(vault.open(sealed, place), 'a token ☃')
  assert.throws(() => vault.open(sealed, { ...place, row: 'two' }))
  assert.throws(() => vault.open(sealed, { ...place, column: 'other' }))
})

test('a changed seal does not open', () => {
  const vault = createVault([first])
  const sealed = vault.seal('secret', place)
  const [version, key, iv, text = ''] = sealed.split(':')
  const changed = text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`
  assert.throws(() => vault.open([version, key, iv, changed].join(':'), place))
  assert.throws(() => vault.open('plain text', place), /not sealed/)
})

test('after a rotation the new key seals and the old one still opens; without it the message names the key', () => {
  const old = createVault([first]).seal('secret', place)
  const rotated = createVault([first, second])
  assert.equal(rotated.open(old, place), 'secret')
  assert.match(rotated.seal('secret', place), /^v1:k2:/)
  assert.throws(() => createVault([second]).open(old, place), /"k1"/)
})

test('the first start makes a key that only its owner can read, and the second start finds it', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-keys-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const [made] = readVaultKeys(folder)
  assert.ok(made)
  assert.equal(statSync(join(folder, 'keys', 'k1.key')).mode & 0o777, 0o600)
  assert.deepEqual(readVaultKeys(folder), [made])
  assert.throws(() => parseVaultKey('short', 'c2hvcnQ='), /32 bytes/)
})
