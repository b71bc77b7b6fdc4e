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
