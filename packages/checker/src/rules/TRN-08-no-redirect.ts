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
  },
  examples: {
    pass: [{ redirect: { status: 200 } }],
    fail: [
      { redirect: { status: 307, location: 'https://other.example/mcp', sameHost: false } },
      { redirect: { status: 308, location: 'https://mcp.example/mcp/', sameHost: true } },
    ],
  },
})
