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
    de: {
      title: 'Ein falsches Token wird mit 401 beantwortet',
      why: 'Nur auf 401 hin erneuert ein Client sein Token; alles andere sieht aus wie ein kaputtes Werkzeug.',
      pass: 'Ein Token, das niemand ausgestellt hat, wird mit HTTP 401 beantwortet.',
      cases: {
        accepted: {
          message:
            'Ein Token, das niemand ausgestellt hat, wird mit HTTP {status} beantwortet, als wäre es gut.',
          fix: 'Prüfen Sie das Token, bevor die Anfrage gelesen wird, und antworten Sie mit 401 und error="invalid_token".',
        },
        unsigned: {
          message: 'Ein Token ohne Signatur wird mit HTTP {status} beantwortet, als wäre es gut.',
          fix: 'Prüfen Sie die Signatur jedes Tokens mit den Verfahren Ihres Ausstellers; nehmen Sie nie "none".',
        },
        other: {
          message:
            'Ein Token, das niemand ausgestellt hat, wird mit HTTP {status} beantwortet, nicht mit 401.',
          fix: 'Antworten Sie mit 401 und WWW-Authenticate: Bearer error="invalid_token".',
        },
      },
    },
    es: {
      title: 'Un token malo se responde con 401',
      why: 'Solo con un 401 renueva un cliente su token; todo lo demás parece una herramienta rota.',
      pass: 'Un token que nadie emitió se responde con HTTP 401.',
      cases: {
        accepted: {
          message: 'Un token que nadie emitió se responde con HTTP {status}, como si fuera bueno.',
          fix: 'Compruebe el token antes de leer la petición y responda 401 con error="invalid_token".',
        },
        unsigned: {
          message: 'Un token sin firma se responde con HTTP {status}, como si fuera bueno.',
          fix: 'Verifique la firma de cada token con los algoritmos de su emisor; nunca acepte "none".',
        },
        other: {
          message: 'Un token que nadie emitió se responde con HTTP {status}, no con 401.',
          fix: 'Responda 401 con WWW-Authenticate: Bearer error="invalid_token".',
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
