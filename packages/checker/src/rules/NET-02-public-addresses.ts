import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-02',
  title: 'Every address of the server is public',
  why: 'A name that leads into a private network cannot be reached, or reaches what it should not.',
  clause: clauses.policyServer,
  scope: 'passive',
  needs: ['setting', 'addresses'],
  *check({ setting, addresses }) {
    if (setting.loopback) {
      yield { outcome: 'not-applicable', because: 'loopback' }
      return
    }
    const inner = addresses.addresses.filter(({ kind }) => kind !== 'public')
    if (inner.length === 0) return
    yield {
      case: inner.length < addresses.addresses.length ? 'mixed' : 'inner',
      params: { host: addresses.host, addresses: inner.map(({ address, kind }) => `${address} (${kind})`) },
      excerpt: addresses.addresses.map(({ address, kind }) => `${address} (${kind})`),
    }
  },
  text: {
    en: {
      pass: 'The address that was reached is public.',
      cases: {
        inner: {
          message: '{host} is not a public server: {addresses}. Nothing was sent to it.',
          fix: 'Name a server that the internet can reach. For a server on this machine use --allow-loopback.',
        },
        mixed: {
          message: '{host} has public addresses and others: {addresses}. Nothing was sent to it.',
          fix: 'Remove the addresses that are not public from the DNS records of {host}.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        setting: { loopback: false, staticClient: false },
        addresses: { host: 'mcp.example', addresses: [{ address: '93.184.215.14', kind: 'public' }] },
      },
    ],
    fail: [
      {
        setting: { loopback: false, staticClient: false },
        addresses: { host: 'mcp.example', addresses: [{ address: '10.0.0.1', kind: 'private' }] },
      },
      {
        setting: { loopback: false, staticClient: false },
        addresses: {
          host: 'mcp.example',
          addresses: [
            { address: '93.184.215.14', kind: 'public' },
            { address: '127.0.0.1', kind: 'loopback' },
          ],
        },
      },
    ],
  },
})
