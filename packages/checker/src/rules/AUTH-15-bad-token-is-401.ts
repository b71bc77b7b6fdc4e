import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-15',
  title: 'A bad token is answered with 401',
  why: '401 is the only answer upon which a client renews its token; everything else looks like a broken tool.',
  clause: clauses.rfc6750,
  scope: 'passive',
  needs: ['badToken'],
  *check({ badToken }) {
    const { status, excerpt, unsigned } = badToken
    if (status !== 401) {
      yield { case: status < 300 ? 'accepted' : 'other', signal: 'unknown', params: { status }, excerpt }
    } else if (unsigned && unsigned.status < 300) {
      const params = { status: unsigned.status }
      yield { case: 'unsigned', signal: 'unsigned', params, excerpt: unsigned.excerpt }
    } else if (unsigned && unsigned.status !== 401) {
      const params = { status: unsigned.status }
      yield { case: 'other', signal: 'unsigned', params, excerpt: unsigned.excerpt }
    }
  },
  text: {
    en: {
      pass: 'A token that nobody issued is answered with HTTP 401.',
      cases: {
        accepted: {
          message: 'A token that nobody issued is answered with HTTP {status}, as if it were good.',
          fix: 'Check the token before the request is read, and answer 401 with error="invalid_token".',
        },
        unsigned: {
          message: 'A token without a signature is answered with HTTP {status}, as if it were good.',
          fix: 'Verify the signature of every token, with the algorithms that your issuer uses; never take "none".',
        },
        other: {
          message: 'A token that nobody issued is answered with HTTP {status}, not 401.',
          fix: 'Answer 401 with WWW-Authenticate: Bearer error="invalid_token".',
        },
      },
    },
  },
  examples: {
    pass: [
      { badToken: { status: 401, excerpt: '' } },
      { badToken: { status: 401, excerpt: '', unsigned: { status: 401, excerpt: '' } } },
    ],
    fail: [
      { badToken: { status: 200, excerpt: '{}' } },
      { badToken: { status: 403, excerpt: '' } },
      { badToken: { status: 500, excerpt: '' } },
      { badToken: { status: 401, excerpt: '', unsigned: { status: 200, excerpt: '{}' } } },
      { badToken: { status: 401, excerpt: '', unsigned: { status: 500, excerpt: '' } } },
    ],
  },
})
