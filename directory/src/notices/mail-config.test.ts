import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMailConfig } from './mail-config.ts'

const sentence = (parsed: ReturnType<typeof parseMailConfig>): string =>
  typeof parsed === 'string' ? parsed : 'accepted'

test('the mail server is named whole or not at all', () => {
  const from = 'notices@example.com'
  assert.equal(parseMailConfig(undefined, undefined), undefined)
  assert.match(sentence(parseMailConfig('smtp://mail.example.com', undefined)), /belong together/)
  assert.match(sentence(parseMailConfig(undefined, from)), /belong together/)
  assert.match(sentence(parseMailConfig('https://mail.example.com', from)), /SMTP_URL must be/)
  assert.match(sentence(parseMailConfig('smtp://ada@mail.example.com', from)), /both or neither/)
  assert.match(sentence(parseMailConfig('smtp://mail.example.com', 'Ada')), /MAIL_FROM must be/)
  assert.deepEqual(parseMailConfig('smtp://ada:p%40ss@mail.example.com', `Connectory <${from}>`), {
    host: 'mail.example.com',
    port: 587,
    tls: false,
    requireTls: true,
    user: { name: 'ada', password: 'p@ss' },
    from: { name: 'Connectory', address: from },
  })
  const plain = parseMailConfig('smtps://[::1]', from)
  assert.ok(typeof plain === 'object')
  assert.deepEqual([plain.host, plain.port, plain.tls, plain.requireTls], ['::1', 465, true, false])
})
