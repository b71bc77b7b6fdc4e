import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threadMs } from '../../../test/thread-time.ts'
import { maskBody, maskHeaders, maskUrl } from './mask.ts'

test('Authorization keeps its scheme, cookies and session ids vanish, the challenge stays', () => {
  assert.deepEqual(
    maskHeaders({
      Authorization: 'Bearer abc',
      Cookie: 'a=b',
      'Mcp-Session-Id': 's',
      'X-Api-Key': 'k',
      'WWW-Authenticate': 'Bearer realm="x"',
    }),
    {
      authorization: 'Bearer [masked]',
      cookie: '[masked]',
      'mcp-session-id': '[masked]',
      'x-api-key': '[masked]',
      'www-authenticate': 'Bearer realm="x"',
    },
  )
})

test('tokens, codes and verifiers vanish from URLs, forms and JSON', () => {
  assert.equal(
    maskUrl('https://a.test/cb?code=abc&state=xyz&keep=1'),
    'https://a.test/cb?code=[masked]&state=[masked]&keep=1',
  )
  assert.equal(maskUrl('https://me:pw@a.test/'), 'https://[masked]@a.test/')
  assert.equal(
    maskBody('grant_type=authorization_code&code=abc&code_verifier=def'),
    'grant_type=authorization_code&code=[masked]&code_verifier=[masked]',
  )
  assert.equal(
    maskBody('{"access_token":"a\\"b","expires_in":5}'),
    '{"access_token":"[masked]","expires_in":5}',
  )
  assert.equal(
    maskBody('{"text":"{\\"refresh_token\\":\\"abc\\"}"}'),
    '{"text":"{\\"refresh_token\\":\\"[masked]\\"}"}',
  )
})

test('schemas and JSON-RPC errors stay as they are', () => {
  for (const body of [
    '{"jsonrpc":"2.0","error":{"code":-32601}}',
    '{"jsonrpc":"2.0","properties":{"token":{"type":"string"}}}',
    '{"jsonrpc":"2.0","arguments":{"code":"graph TD"}}',
  ]) {
    assert.equal(maskBody(body), body)
  }
})

test('a secret of megabytes is masked like a short one, in a time that does not stop the process', () => {
  const long = 'a'.repeat(8_000_000)
  const started = threadMs()
  for (const [body, expected] of [
    [`Bearer ${long}`, 'Bearer [masked]'],
    [`{"token":"${long}"}`, '{"token":"[masked]"}'],
    [`{"code":"${'\\\\'.repeat(4_000_000)}"}`, '{"code":"[masked]"}'],
    [`{"x":"{\\"token\\":\\"${long}\\"}"}`, '{"x":"{\\"token\\":\\"[masked]\\"}"}'],
    [`token=${long}`, 'token=[masked]'],
  ] as const) {
    assert.equal(maskBody(body) === expected, true, expected)
  }
  assert.deepEqual(maskHeaders({ 'x-note': `Basic ${long}` }), { 'x-note': 'Basic [masked]' })
  assert.ok(threadMs() - started < 5_000)
})
