import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolveBySystem } from './guarded-connector.ts'

test('a name is asked for once at a time, however many wait for it, and anew after that', async () => {
  const [one, other] = [resolveBySystem('localhost'), resolveBySystem('localhost')]
  assert.equal(one, other)
  const addresses = await one
  assert.ok(addresses.length > 0)
  assert.ok(addresses.every((address) => address === '127.0.0.1' || address === '::1'))
  const later = resolveBySystem('localhost')
  assert.notEqual(later, one)
  await later
})

test('a name that does not resolve is asked for anew', async () => {
  // No name has a label of more than 63 characters: nobody is asked. RFC 1035 section 2.3.4
  const name = `${'a'.repeat(64)}.example`
  const [one, other] = [resolveBySystem(name), resolveBySystem(name)]
  assert.equal(one, other)
  await assert.rejects(one)
  const later = resolveBySystem(name)
  assert.notEqual(later, one)
  await assert.rejects(later)
})
