import { clauses } from '../clauses.ts'
import { textIn } from '../evidence/document.ts'
import { defineRule } from '../rule.ts'

/** Revocation, RFC 7009. */
export const rule = defineRule({
  id: 'AUTH-23',
  title: 'Tokens can be revoked',
  why: 'Who disconnects wants the token to be dead at once, and not when it runs out.',
  clause: clauses.rfc7009,
  scope: 'passive',
  needs: ['issuer'],
  *check({ issuer }) {
    if (!issuer.found) yield { outcome: 'not-applicable', because: 'no-issuer' }
    else if (textIn(issuer.document, 'revocation_endpoint') === undefined) {
      yield { case: 'none', at: issuer.url ?? issuer.issuer ?? '', excerpt: { revocation_endpoint: null } }
    }
  },
  text: {
    en: {
      pass: 'The metadata names a revocation_endpoint.',
      cases: {
        none: {
          message: 'The authorization server names no revocation_endpoint.',
          fix: 'Offer revocation (RFC 7009) and name the revocation_endpoint in the metadata.',
        },
      },
    },
    de: {
      title: 'Tokens lassen sich widerrufen',
      why: 'Wer trennt, will, dass das Token sofort tot ist und nicht erst, wenn es abläuft.',
      pass: 'Die Metadaten nennen einen revocation_endpoint.',
      cases: {
        none: {
          message: 'Der Autorisierungsserver nennt keinen revocation_endpoint.',
          fix: 'Bieten Sie den Widerruf an (RFC 7009), und nennen Sie den revocation_endpoint in den Metadaten.',
        },
      },
    },
    es: {
      title: 'Los tokens se pueden revocar',
      why: 'Quien se desconecta quiere que el token muera en el acto, no cuando caduque.',
      pass: 'Los metadatos nombran un revocation_endpoint.',
      cases: {
        none: {
          message: 'El servidor de autorización no nombra ningún revocation_endpoint.',
          fix: 'Ofrezca la revocación (RFC 7009) y nombre el revocation_endpoint en los metadatos.',
        },
      },
    },
  },
  examples: {
    pass: [
      { issuer: { found: true, document: { revocation_endpoint: 'https://as.example/revoke' }, tried: [] } },
    ],
    fail: [{ issuer: { found: true, document: {}, tried: [] } }],
  },
})
