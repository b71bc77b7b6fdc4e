import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadVaultKeys, parseKeyList, parseVaultKey, readVaultKeys } from './vault-keys.ts'
import { createVault } from './vault.ts'

const place = { table: 'connection', column: 'tokens', row: 'one' }
const first = { id: 'k1', bytes: new Uint8Array(32).fill(1) }
const second = { id: 'k2', bytes: new Uint8Array(32).fill(2) }

test('a sealed secret opens at its own place and nowhere else', () => {
  const vault = createVault([first])
  const sealed = vault.seal('a token ☃', place)
  assert.match(sealed, /^v2:k1:[\w-]+:[\w-]+:[\w-]+$/)
  assert.equal(vault.open(sealed, place), 'a token ☃')
  assert.throws(() => vault.open(sealed, { ...place, row: 'two' }))
  assert.throws(() => vault.open(sealed, { ...place, column: 'other' }))
  assert.throws(() => vault.open(sealed, { ...place, owner: ['ada'] }))
  const owned = { ...place, owner: ['ada', 'notes', 'https://as.test'] }
  const adas = vault.seal('a token', owned)
  assert.equal(vault.open(adas, owned), 'a token')
  for (const owner of [['bob', 'notes', 'https://as.test'], ['ada', 'other', 'https://as.test'], ['ada']])
    assert.throws(() => vault.open(adas, { ...place, owner }))
})

test('a changed seal does not open', () => {
  const vault = createVault([first])
  const sealed = vault.seal('secret', place)
  const parts = sealed.split(':')
  for (const at of [1, 2, 3, 4]) {
    const part = parts[at] ?? ''
    const changed = part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`
    assert.throws(() => vault.open(parts.with(at, changed).join(':'), place), `part ${at}`)
  }
  assert.throws(() => vault.open('plain text', place), /not sealed/)
})

test('after a rotation the new key seals and the old one still opens; without it the message names the key', () => {
  const old = createVault([first]).seal('secret', place)
  const rotated = createVault([first, second])
  assert.equal(rotated.open(old, place), 'secret')
  assert.match(rotated.seal('secret', place), /^v2:k2:/)
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

test('the newest key wraps what an older one sealed without opening it, and then opens it alone', () => {
  const old = createVault([first]).seal('secret', place)
  const wrapped = createVault([first, second]).rewrap(old) ?? ''
  assert.deepEqual(wrapped.split(':').slice(3), old.split(':').slice(3))
  assert.equal(createVault([second]).open(wrapped, place), 'secret')
  assert.throws(() => createVault([first]).open(wrapped, place), /"k2"/)
})

test('a value of the first format opens', () => {
  const sealed = 'v1:k1:BwcHBwcHBwcHBwcH:_paJ1mrapLCVsMRo1DslRHh3WXcdng'
  assert.equal(createVault([first]).open(sealed, { ...place, owner: ['ada'] }), 'secret')
  assert.equal(createVault([first]).rewrap(sealed), undefined)
})

test('a process that runs while another makes a key learns of it', () => {
  const keys = [first]
  const vault = createVault(keys, () => keys)
  keys.push(second)
  assert.equal(vault.open(createVault(keys).seal('secret', place), place), 'secret')
  assert.equal(vault.newest, 'k2')
})

test('keys come from a list whose first one seals, or from a command that prints it', () => {
  const [one, two] = [first, second].map(({ bytes }) => Buffer.from(bytes).toString('base64'))
  const list = parseKeyList(`${two},${one}\n`)
  assert.deepEqual(list.at(-1)?.bytes, Buffer.from(second.bytes))
  const old = createVault(parseKeyList(one ?? '')).seal('secret', place)
  assert.equal(createVault(list).open(old, place), 'secret')
  const from = (vaultKeyCommand: string) =>
    loadVaultKeys({ vaultKey: undefined, vaultKeyCommand, dataDir: '/nowhere' })
  assert.deepEqual(from(`echo ${two}; echo ${one}`), list)
  assert.throws(
    () => from(`echo ${one}; exit 3`),
    (error: Error) => {
      assert.match(error.message, /VAULT_KEY_COMMAND failed \(exit status 3\)/)
      return !error.message.includes(one ?? '')
    },
  )
  assert.throws(() => from('echo hello'), /32 bytes/)
})
