import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assertAddressesAllowed, judgeAddress } from './address.ts'

const refused: readonly (readonly [string, string])[] = [
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'carrierGradeNat'],
  ['169.254.169.254', 'linkLocal'],
  ['0.0.0.0', 'unspecified'],
  ['255.255.255.255', 'broadcast'],
  ['224.0.0.1', 'multicast'],
  ['192.0.2.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['240.0.0.1', 'reserved'],
  ['::', 'unspecified'],
  ['fe80::1', 'linkLocal'],
  ['fe80::1%eth0', 'linkLocal'],
  ['fc00::1', 'uniqueLocal'],
  ['ff02::1', 'multicast'],
  ['::ffff:127.0.0.1', 'ipv4Mapped'],
  ['::ffff:8.8.8.8', 'ipv4Mapped'],
  ['2002:7f00:1::', '6to4'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'teredo'],
  ['64:ff9b::7f00:1', 'rfc6052'],
  ['64:ff9b:1::a00:1', 'not-global-unicast'],
  ['fec0::1', 'not-global-unicast'],
  ['::127.0.0.1', 'not-global-unicast'],
  ['2001:db8::1', 'reserved'],
  ['3fff::1', 'reserved'],
  ['2130706433', 'not-an-address'],
  ['0177.0.0.1', 'not-an-address'],
  ['0x7f.1', 'not-an-address'],
  ['127.1', 'not-an-address'],
  ['example.org', 'not-an-address'],
  ['', 'not-an-address'],
]
for (const [address, range] of refused) {
  test(`"${address}" is refused as ${range}`, () => {
    assert.equal(judgeAddress(address).kind, 'refused')
    if (range !== 'not-global-unicast') assert.equal(judgeAddress(address).range, range)
  })
}

for (const address of ['8.8.8.8', '93.184.216.34', '2606:4700::1111', '2a00:1450:4001:80e::200e']) {
  test(`${address} is public`, () => assert.equal(judgeAddress(address).kind, 'public'))
}

for (const address of ['127.0.0.1', '127.255.0.3', '::1']) {
  test(`${address} is loopback`, () => assert.equal(judgeAddress(address).kind, 'loopback'))
}

test('every IPv4-mapped, 6to4 and NAT64 form of any IPv4 address is refused', () => {
  fc.assert(
    fc.property(fc.ipV4(), (v4) => {
      const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number)
      const high = ((a << 8) | b).toString(16)
      const low = ((c << 8) | d).toString(16)
      for (const form of [
        `::ffff:${v4}`,
        `::ffff:${high}:${low}`,
        `2002:${high}:${low}::1`,
        `64:ff9b::${high}:${low}`,
        `::${v4}`,
      ]) {
        assert.notEqual(judgeAddress(form).kind, 'public', form)
      }
    }),
  )
})

test('no text makes the judge throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4Extended()), (text) => void judgeAddress(text)),
  )
})

test('a name with a public and a private address is refused, whatever the order', () => {
  for (const addresses of [
    ['8.8.8.8', '10.0.0.1'],
    ['127.0.0.1', '8.8.8.8'],
    ['::1', '10.0.0.1'],
  ]) {
    assert.throws(
      () => assertAddressesAllowed('mixed.test', addresses, { allowLoopback: true, protocol: 'https:' }),
      { code: 'mixed-addresses' },
    )
  }
})

test('http is refused for a public address even when loopback is allowed', () => {
  assert.throws(
    () => assertAddressesAllowed('a.test', ['8.8.8.8'], { allowLoopback: true, protocol: 'http:' }),
    {
      code: 'insecure-scheme',
    },
  )
})
