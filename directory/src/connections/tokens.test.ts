import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepTokens } from './tokens.ts'

const now = new Date('2026-11-21T00:00:00Z')
const answer = { access_token: 'a', token_type: 'bearer' as const }

test('a life that no calendar has becomes one that can be stored', () => {
  for (const expires_in of [1e12, 1e300, Number.MAX_VALUE]) {
    const { expiresAt, refreshAt } = keepTokens({ ...answer, expires_in }, now, { scopes: [] })
    assert.equal(expiresAt?.toISOString(), '2036-11-18T00:00:00.000Z')
    assert.ok(Number.isFinite(refreshAt?.getTime()))
  }
})

test('scopes that are none are left out', () => {
  const { scopes } = keepTokens({ ...answer, scope: 'read  wri\u0000te "x" ü notes:write' }, now, {
    scopes: [],
  })
  assert.deepEqual(scopes, ['read', 'notes:write'])
})
