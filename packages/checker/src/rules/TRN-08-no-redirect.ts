import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TRN-08',
  title: 'The address does not redirect',
  why: 'Clients drop the credential when a request is sent on to another host, and then fail.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['redirect'],
  *check({ redirect }) {
    const { status, location, sameHost } = redirect
    if (location === undefined) return
    yield { case: sameHost ? 'same-host' : 'other-host', params: { status, location }, excerpt: location }
  },
  text: {
    en: {
      pass: 'A POST to the address is answered without a redirect.',
      cases: {
        'other-host': {
          message: 'The address redirects to another host: {location} (HTTP {status}).',
          fix: 'Name {location} as the address of the server, or answer where the request arrives.',
        },
        'same-host': {
          message: 'The address redirects to {location} (HTTP {status}).',
          fix: 'Name {location} as the address of the server.',
        },
      },
    },
    de: {
      title: 'Die Adresse leitet nicht weiter',
      why: 'Clients lassen die Zugangsdaten weg, wenn eine Anfrage an einen anderen Host geht, und scheitern dann.',
      pass: 'Ein POST an die Adresse wird ohne Weiterleitung beantwortet.',
      cases: {
        'other-host': {
          message: 'Die Adresse leitet an einen anderen Host weiter: {location} (HTTP {status}).',
          fix: 'Nennen Sie {location} als Adresse des Servers, oder antworten Sie dort, wo die Anfrage ankommt.',
        },
        'same-host': {
          message: 'Die Adresse leitet nach {location} weiter (HTTP {status}).',
          fix: 'Nennen Sie {location} als Adresse des Servers.',
        },
      },
    },
    es: {
      title: 'La dirección no redirige',
      why: 'Los clientes quitan la credencial cuando una petición va a otro host, y entonces fallan.',
      pass: 'Un POST a la dirección se responde sin redirección.',
      cases: {
        'other-host': {
          message: 'La dirección redirige a otro host: {location} (HTTP {status}).',
          fix: 'Indique {location} como dirección del servidor, o responda donde llega la petición.',
        },
        'same-host': {
          message: 'La dirección redirige a {location} (HTTP {status}).',
          fix: 'Indique {location} como dirección del servidor.',
        },
      },
    },
  },
  examples: {
    pass: [{ redirect: { status: 200 } }],
    fail: [
      { redirect: { status: 307, location: 'https://other.example/mcp', sameHost: false } },
      { redirect: { status: 308, location: 'https://mcp.example/mcp/', sameHost: true } },
    ],
  },
})
