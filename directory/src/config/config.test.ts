import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, readConfig } from './index.ts'

test('nothing set: the defaults of the README', () => {
  const config = readConfig({}, 'serve')
  assert.equal(config.publicUrl.href, 'http://127.0.0.1:8080/')
  assert.equal(config.authUrl.href, config.publicUrl.href)
  assert.equal(config.gatewayUrl.href, config.publicUrl.href)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.allowLoopback, false)
  assert.deepEqual(config.trustedProxies, [])
})

test('a rate is calls per seconds, or none', () => {
  const { rateLimits } = readConfig({ RATE_LIMIT_USER: '10/1', RATE_LIMIT_TOOL: 'off' }, 'serve')
  assert.deepEqual(rateLimits.user, { most: 10, seconds: 1 })
  assert.equal(rateLimits.tool, undefined)
  assert.deepEqual(rateLimits.global, { most: 60_000, seconds: 60 })
})

test('a client is named by an address or an id, and has its own time', () => {
  const text = 'https://a.example/client.json?v=2=900, b=30'
  const { callSecondsByClient } = readConfig({ CALL_SECONDS_BY_CLIENT: text }, 'serve')
  assert.deepEqual(callSecondsByClient, { 'https://a.example/client.json?v=2': 900, b: 30 })
})

test('empty variables count as not set', () => {
  assert.equal(readConfig({ PORT: '', DATABASE_URL: ' ' }, 'serve').port, 8080)
})

test('the gateway can have its own origin, and AUTH_URL and GATEWAY_URL default to PUBLIC_URL', () => {
  const config = readConfig({ PUBLIC_URL: 'https://a.example', GATEWAY_URL: 'https://g.example' }, 'serve')
  assert.equal(config.authUrl.origin, 'https://a.example')
  assert.equal(config.gatewayUrl.origin, 'https://g.example')
})

const contradictions = [
  [{ PORT: 'eighty' }, /PORT must be a port number/],
  [{ PORT: '70000' }, /PORT must be a port number/],
  [{ PUBLIC_URL: 'connectors.example.com' }, /PUBLIC_URL must be a URL/],
  [{ PUBLIC_URL: 'https://a.example/path' }, /without path/],
  [{ PUBLIC_URL: 'http://a.example' }, /plain http is only for loopback/],
  [{ PUBLIC_URL: 'https://a.example', AUTH_URL: 'https://b.example' }, /needs both at one origin/],
  [{ PUBLIC_URL: 'https://a.example', ALLOW_LOOPBACK: 'yes' }, /cannot be used with a public PUBLIC_URL/],
  [{ ALLOW_LOOPBACK: 'maybe' }, /ALLOW_LOOPBACK must be "yes" or "no"/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must start with postgres/],
  [{ TLS_CERT: 'a.pem' }, /belong together/],
  [{ SMTP_URL: 'smtp://mail.example.com' }, /SMTP_URL and MAIL_FROM belong together/],
  [{ TLS_CERT: '/nowhere/a.pem', TLS_KEY: '/nowhere/b.pem' }, /TLS_CERT names the file \/nowhere\/a\.pem/],
  [{ TRUSTED_CERTIFICATES: '/nowhere/ca.pem' }, /which cannot be read \(ENOENT\)/],
  [{ RATE_LIMIT_USER: 'many' }, /RATE_LIMIT_USER must be calls\/seconds such as 600\/60, or "off"/],
  [{ CALL_SECONDS: '0' }, /CALL_SECONDS must be a number from 1 to 3600/],
  [{ CALL_SECONDS_BY_CLIENT: 'a' }, /CALL_SECONDS_BY_CLIENT must be client ids with seconds/],
  [{ VAULT_KEY: 'c2hvcnQ=' }, /VAULT_KEY must be 32 bytes in base64/],
] as const

for (const [env, sentence] of contradictions) {
  test(`${JSON.stringify(env)} is refused at start`, () => {
    assert.throws(
      () => readConfig(env, 'serve'),
      (error) => error instanceof ConfigError && sentence.test(error.message),
    )
  })
}

test('the demo serves this machine only', () => {
  assert.equal(readConfig({}, 'demo').allowLoopback, true)
  assert.throws(() => readConfig({ HOST: '0.0.0.0' }, 'demo'), /listens on 127.0.0.1 only/)
})
