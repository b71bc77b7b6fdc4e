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
    de: {
      title: 'Jede Adresse des Servers ist öffentlich',
      why: 'Ein Name, der in ein privates Netz führt, ist nicht erreichbar oder erreicht, was er nicht soll.',
      pass: 'Die erreichte Adresse ist öffentlich.',
      cases: {
        inner: {
          message: '{host} ist kein öffentlicher Server: {addresses}. Es wurde nichts dorthin gesendet.',
          fix: 'Nennen Sie einen Server, den das Internet erreicht. Für einen Server auf diesem Rechner nutzen Sie --allow-loopback.',
        },
        mixed: {
          message:
            '{host} hat öffentliche und andere Adressen: {addresses}. Es wurde nichts dorthin gesendet.',
          fix: 'Entfernen Sie die nicht öffentlichen Adressen aus den DNS-Einträgen von {host}.',
        },
      },
    },
    es: {
      title: 'Todas las direcciones del servidor son públicas',
      why: 'Un nombre que lleva a una red privada no se alcanza, o alcanza lo que no debe.',
      pass: 'La dirección alcanzada es pública.',
      cases: {
        inner: {
          message: '{host} no es un servidor público: {addresses}. No se le envió nada.',
          fix: 'Indique un servidor que internet pueda alcanzar. Para uno de este equipo use --allow-loopback.',
        },
        mixed: {
          message: '{host} tiene direcciones públicas y otras: {addresses}. No se le envió nada.',
          fix: 'Quite de los registros DNS de {host} las direcciones que no son públicas.',
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
