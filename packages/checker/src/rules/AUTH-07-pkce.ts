import { clauses } from '../clauses.ts'
import { textIn, textsIn } from '../evidence/document.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-07',
  title: 'PKCE with S256 is advertised',
  why: 'Without it a stolen code can be exchanged by anybody; clients refuse servers that do not advertise it.',
  clause: clauses.rfc7636,
  scope: 'passive',
  needs: ['issuer'],
  *check({ issuer }) {
    if (!issuer.found) {
      yield { outcome: 'not-applicable', because: 'no-issuer' }
      return
    }
    if (textIn(issuer.document, 'authorization_endpoint') === undefined) {
      yield { outcome: 'not-applicable', because: 'no-authorization-code' }
      return
    }
    const methods = textsIn(issuer.document, 'code_challenge_methods_supported')
    if (methods?.includes('S256')) return
    yield {
      case: methods === undefined ? 'silent' : 'other',
      at: issuer.url ?? issuer.issuer ?? '',
      params: { methods: methods ?? [] },
      excerpt: { code_challenge_methods_supported: methods ?? null },
    }
  },
  text: {
    en: {
      pass: 'code_challenge_methods_supported contains S256.',
      cases: {
        silent: {
          message: 'The authorization server does not say that it supports PKCE.',
          fix: 'Support PKCE and publish "code_challenge_methods_supported": ["S256"].',
        },
        other: {
          message: 'The authorization server supports only the PKCE methods {methods}.',
          fix: 'Support S256 and list it in code_challenge_methods_supported.',
        },
      },
    },
    de: {
      title: 'PKCE mit S256 wird angekündigt',
      why: 'Ohne PKCE kann jeder einen gestohlenen Code einlösen; Clients lehnen Server ab, die es nicht ankündigen.',
      pass: 'code_challenge_methods_supported enthält S256.',
      cases: {
        silent: {
          message: 'Der Autorisierungsserver sagt nicht, dass er PKCE unterstützt.',
          fix: 'Unterstützen Sie PKCE und veröffentlichen Sie "code_challenge_methods_supported": ["S256"].',
        },
        other: {
          message: 'Der Autorisierungsserver unterstützt nur die PKCE-Verfahren {methods}.',
          fix: 'Unterstützen Sie S256 und nennen Sie es in code_challenge_methods_supported.',
        },
      },
    },
    es: {
      title: 'Se anuncia PKCE con S256',
      why: 'Sin PKCE cualquiera puede canjear un código robado; los clientes rechazan a quien no lo anuncia.',
      pass: 'code_challenge_methods_supported contiene S256.',
      cases: {
        silent: {
          message: 'El servidor de autorización no dice que admita PKCE.',
          fix: 'Admita PKCE y publique "code_challenge_methods_supported": ["S256"].',
        },
        other: {
          message: 'El servidor de autorización solo admite los métodos PKCE {methods}.',
          fix: 'Admita S256 e inclúyalo en code_challenge_methods_supported.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        issuer: {
          found: true,
          document: {
            authorization_endpoint: 'https://as.example/a',
            code_challenge_methods_supported: ['S256'],
          },
          tried: [],
        },
      },
    ],
    fail: [
      { issuer: { found: true, document: { authorization_endpoint: 'https://as.example/a' }, tried: [] } },
      {
        issuer: {
          found: true,
          document: {
            authorization_endpoint: 'https://as.example/a',
            code_challenge_methods_supported: ['plain'],
          },
          tried: [],
        },
      },
    ],
  },
})
