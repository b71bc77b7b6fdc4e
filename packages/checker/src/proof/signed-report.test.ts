import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompactSign, importJWK } from 'jose'
import { evidence } from '../../test/evidence.ts'
import { InvalidInput } from '../invalid-input.ts'
import { judge } from '../judge.ts'
import { claimedKey, openSignedReport, signReport } from './signed-report.ts'
import { createSigningKey, parsePrivateKey, parsePublicKey, publicPart, thumbprintOf } from './signing-key.ts'

const exchange = { step: 'opening', request: { url: 'https://mcp.example/mcp' } }
const report = judge(evidence({}, { exchanges: [exchange] }))

test('a signed report opens with the public part of its key, without exchanges and tools', async () => {
  const key = await createSigningKey()
  const signed = await signReport(report, key)
  assert.equal(claimedKey(signed), await thumbprintOf(key))
  assert.equal(report.exchanges.length, 1)
  assert.ok(report.tools)
  const { tools: _, ...rest } = report
  assert.deepEqual(await openSignedReport(`${signed}\n`, publicPart(key)), { ...rest, exchanges: [] })
})

test('a report that was changed after signing, or signed by somebody else, is refused', async () => {
  const [key, other] = [await createSigningKey(), await createSigningKey()]
  const [header = '', payload = '', signature = ''] = (await signReport(report, key)).split('.')
  const better = Buffer.from(payload, 'base64url').toString().replace('"verdict":"', '"verdict": "')
  const changed = [header, Buffer.from(better).toString('base64url'), signature].join('.')
  await assert.rejects(openSignedReport(changed, publicPart(key)), /signature does not fit/)
  await assert.rejects(
    openSignedReport(await signReport(report, key), publicPart(other)),
    /signature does not fit/,
  )
})

test('a signature without algorithm, with another one, or for another use is no signed report', async () => {
  const key = await createSigningKey()
  const [, payload = ''] = (await signReport(report, key)).split('.')
  const header = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const none = `${header({ alg: 'none', typ: 'connectory-report+jws', kid: 'x' })}.${payload}.`
  assert.throws(() => claimedKey(none), InvalidInput)
  await assert.rejects(openSignedReport(none, publicPart(key)), /no signed report/)
  const token = await new CompactSign(Buffer.from(payload, 'base64url'))
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: await thumbprintOf(key) })
    .sign(await importJWK(key, 'ES256'))
  await assert.rejects(openSignedReport(token, publicPart(key)), /no signed report/)
  for (const text of ['', 'report', '{"verdict":"ready"}', 'a.b.c', JSON.stringify(report)]) {
    assert.throws(() => claimedKey(text), /no signed report/, text.slice(0, 20))
  }
})

test('something else that was signed with a good key is no report', async () => {
  const key = await createSigningKey()
  const signed = await new CompactSign(new TextEncoder().encode('{"verdict":"ready"}'))
    .setProtectedHeader({ alg: 'ES256', typ: 'connectory-report+jws', kid: await thumbprintOf(key) })
    .sign(await importJWK(key, 'ES256'))
  await assert.rejects(openSignedReport(signed, publicPart(key)), /no report that this version can read/)
})

test('keys are read from their JSON; a private key is not taken for a public one', async () => {
  const key = await createSigningKey()
  assert.deepEqual(parsePrivateKey(JSON.stringify({ ...key, alg: 'ES256' })), key)
  assert.deepEqual(parsePublicKey(JSON.stringify(publicPart(key))), publicPart(key))
  assert.ok(!('d' in publicPart(key)))
  assert.throws(() => parsePublicKey(JSON.stringify(key)), /private key/)
  for (const text of ['', '{}', '[]', '{"kty":"RSA"}', JSON.stringify({ ...publicPart(key), x: 'short' })]) {
    assert.throws(() => parsePublicKey(text), InvalidInput, text)
    assert.throws(() => parsePrivateKey(text), InvalidInput, text)
  }
})
