import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bearerChallenge, parseChallenges } from './www-authenticate.ts'

test('several challenges in one header are told apart', () => {
  const header =
    'Basic realm="a, b", Negotiate YWJj==, Bearer resource_metadata="https://a.test/x", scope="r w", error=invalid_token, DPoP'
  assert.deepEqual(
    parseChallenges(header).map(({ scheme }) => scheme),
    ['basic', 'negotiate', 'bearer', 'dpop'],
  )
  assert.equal(parseChallenges(header)[1]?.token68, 'YWJj==')
  assert.deepEqual(bearerChallenge(header), {
    resourceMetadata: 'https://a.test/x',
    scope: 'r w',
    error: 'invalid_token',
  })
})

test('quoted pairs are unquoted and an unquoted URL is read', () => {
  assert.equal(bearerChallenge('Bearer realm="say \\"hi\\""')?.realm, 'say "hi"')
  assert.equal(
    bearerChallenge('bearer resource_metadata=https://a.test/x')?.resourceMetadata,
    'https://a.test/x',
  )
})

test('no header, no Bearer', () => {
  assert.equal(bearerChallenge(null), undefined)
  assert.equal(bearerChallenge('Basic realm="x"'), undefined)
})

test('no text makes the parser throw or hang', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void parseChallenges(text)))
})

test('what is quoted comes back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (value) => {
      const quoted = value.replaceAll(/["\\]/g, (each) => `\\${each}`)
      assert.equal(parseChallenges(`Basic realm="x", Bearer scope="${quoted}"`)[1]?.params['scope'], value)
    }),
  )
})
