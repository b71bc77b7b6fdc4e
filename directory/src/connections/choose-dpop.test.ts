import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseDpop } from './choose-dpop.ts'

const both = 'Bearer, DPoP algs="PS256 ES384"'

/** What the server's metadata, its login's metadata and its challenge say, and what follows. */
const cases: readonly (readonly [
  name: string,
  resource: { readonly required?: true; readonly algorithms?: readonly string[] },
  login: readonly string[] | undefined,
  challenge: string | null,
  chosen: string,
])[] = [
  ['nobody speaks of keys', {}, undefined, 'Bearer', 'bearer'],
  ['the login alone announces it', {}, ['ES256'], 'Bearer', 'bearer'],
  ['the login alone announces it, and there is no challenge', {}, ['ES256'], null, 'bearer'],
  ['the server offers it, the login does not', { algorithms: ['ES256'] }, undefined, 'Bearer', 'bearer'],
  ['both offer it', { algorithms: ['ES256'] }, ['ES256'], 'Bearer', 'ES256 announced'],
  ['both offer it with nothing in common', { algorithms: ['RS256'] }, ['ES256'], 'Bearer', 'bearer'],
  ['the server names no algorithm', { algorithms: [] }, ['ES256'], 'Bearer', 'bearer'],
  ['the challenge offers both schemes', {}, ['ES256', 'ES384'], both, 'ES384 announced'],
  ['the challenge offers both schemes, the login is silent', {}, undefined, both, 'bearer'],
  ['the challenge wants no other scheme', {}, ['ES256'], 'DPoP', 'ES256 announced required'],
  ['the challenge wants no other scheme, the login is silent', {}, undefined, 'DPoP', 'ES256 required'],
  ['the metadata want it', { required: true }, undefined, 'Bearer', 'ES256 required'],
  ['the login knows other keys', { required: true }, ['RS256'], 'Bearer', 'RS256 announced required'],
  ['dearest first', { required: true }, ['RS256', 'Ed25519', 'ES256'], null, 'ES256 announced required'],
  ['a login that knows what we do not', { required: true }, ['ES256K', 'none'], 'Bearer', 'impossible'],
]

for (const [name, { required, algorithms }, login, challenge, chosen] of cases) {
  test(`${name}: ${chosen}`, () => {
    const resourceMetadata = { dpopRequired: required === true, dpopAlgorithms: algorithms }
    const choice = chooseDpop({ resourceMetadata, metadata: { dpopAlgorithms: login } }, challenge)
    const said =
      choice.kind === 'bound'
        ? [choice.algorithm, choice.announced && 'announced', choice.required && 'required']
        : [choice.kind]
    assert.equal(said.filter(Boolean).join(' '), chosen)
  })
}
