import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calculateJwkThumbprint, importJWK, jwtVerify, type JWK } from 'jose'
import { dpopAlgorithms, dpopKeySchema, makeDpopKey, signerOf } from './dpop-key.ts'
import { dpopProof } from './dpop-proof.ts'

for (const algorithm of dpopAlgorithms) {
  test(`a proof with ${algorithm} is read by another library, and shows nothing private`, async () => {
    const key = await makeDpopKey(algorithm)
    // As it comes out of the database.
    const signer = signerOf(dpopKeySchema.parse(JSON.parse(JSON.stringify(key))))
    const at = new Date()
    const url = new URL('https://server.example/mcp?tenant=7#part')
    const proof = await dpopProof(signer, { method: 'POST', url, token: 'a-token', nonce: undefined, at })
    const jwk = signer.publicJwk as JWK
    const read = await jwtVerify(proof, await importJWK(jwk, algorithm), { typ: 'dpop+jwt' })
    assert.deepEqual(read.protectedHeader, { typ: 'dpop+jwt', alg: algorithm, jwk })
    assert.equal(signer.thumbprint, await calculateJwkThumbprint(jwk))
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) assert.equal(secret in jwk, false)
    assert.deepEqual(Object.keys(read.payload).toSorted(), ['ath', 'htm', 'htu', 'iat', 'jti'])
    assert.equal(read.payload['htu'], 'https://server.example/mcp')
    assert.equal(read.payload.iat, Math.floor(at.getTime() / 1000))
  })
}
