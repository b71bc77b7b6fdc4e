import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { createClientAddress } from './client-address.ts'

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage
}

for (const [proxies, peer, forwarded, expected] of [
  [[], '192.0.2.1', '198.51.100.9', '192.0.2.1'],
  [['192.0.2.1'], '192.0.2.1', '198.51.100.9', '198.51.100.9'],
  [['192.0.2.0/24'], '::ffff:192.0.2.1', '203.0.113.5, 198.51.100.9, 192.0.2.8', '198.51.100.9'],
  [['192.0.2.1'], '192.0.2.1', 'nonsense', '192.0.2.1'],
  [['2001:db8::/32'], '2001:db8::1', '198.51.100.9', '198.51.100.9'],
] as const) {
  test(`with proxies [${proxies.join()}], ${peer} forwarding "${forwarded}" is ${expected}`, () => {
    assert.equal(createClientAddress(proxies)(from(peer, forwarded)), expected)
  })
}

test('without a socket there is no address', () => {
  assert.equal(createClientAddress([])(undefined), undefined)
})

for (const [one, other] of [
  ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9'],
  ['2001:db8::1', '2001:0db8:0000:0000:5::'],
  ['fe80::1%eth0', 'fe80::2%eth1'],
] as const) {
  test(`${one} and ${other} are of one network, and ${one} is not of 2001:db8:1:3::`, () => {
    const network = createClientAddress([])
    assert.equal(network(from(one)), network(from(other)))
    assert.match(network(from(one)) ?? '', /::\/64$/)
    assert.notEqual(network(from(one)), network(from('2001:db8:1:3::1')))
  })
}
