import { clauses } from '../clauses.ts'
import type { SecretAnswersFacts } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** Answers with a token or another secret forbid caching. */
export const rule = defineRule({
  id: 'AUTH-32',
  title: 'Answers with secrets are not cached',
  why: 'A cache on the way would hand the token of one user to another.',
  clause: clauses.rfc6749Token,
  scope: 'login',
  needs: ['secretAnswers'],
  *check({ secretAnswers }) {
    const { answers } = secretAnswers
    if (answers.length === 0) {
      yield { outcome: 'could-not-look', because: 'no-secret-answer' }
      return
    }
    for (const what of ['token', 'registration'] as const) {
      const cached = answers.find(
        (answer) => answer.what === what && !/\bno-store\b/i.test(answer.cacheControl ?? ''),
      )
      if (!cached) continue
      const params = { cacheControl: cached.cacheControl ?? 'none' }
      yield { case: what, at: cached.url, params, excerpt: { 'cache-control': cached.cacheControl ?? null } }
    }
  },
  text: {
    en: {
      pass: 'Every answer with a secret that was seen says Cache-Control: no-store.',
      cases: {
        token: {
          message: 'The token endpoint sends a token without Cache-Control: no-store ({cacheControl}).',
          fix: 'Send Cache-Control: no-store with every answer of the token endpoint.',
        },
        registration: {
          message:
            'The registration endpoint sends a secret without Cache-Control: no-store ({cacheControl}).',
          fix: 'Send Cache-Control: no-store with every answer of the registration endpoint.',
        },
      },
    },
    de: {
      title: 'Antworten mit Geheimnissen werden nicht zwischengespeichert',
      why: 'Ein Zwischenspeicher auf dem Weg gäbe das Token der einen Person einer anderen.',
      pass: 'Jede Antwort mit einem Geheimnis, die zu sehen war, sagt Cache-Control: no-store.',
      cases: {
        token: {
          message: 'Der Token-Endpunkt sendet ein Token ohne Cache-Control: no-store ({cacheControl}).',
          fix: 'Senden Sie Cache-Control: no-store mit jeder Antwort des Token-Endpunkts.',
        },
        registration: {
          message:
            'Der Registrierungsendpunkt sendet ein Geheimnis ohne Cache-Control: no-store ({cacheControl}).',
          fix: 'Senden Sie Cache-Control: no-store mit jeder Antwort des Registrierungsendpunkts.',
        },
      },
    },
    es: {
      title: 'Las respuestas con secretos no se almacenan en caché',
      why: 'Una caché en el camino daría el token de una persona a otra.',
      pass: 'Cada respuesta con un secreto que se vio dice Cache-Control: no-store.',
      cases: {
        token: {
          message: 'El punto de tokens envía un token sin Cache-Control: no-store ({cacheControl}).',
          fix: 'Envíe Cache-Control: no-store con cada respuesta del punto de tokens.',
        },
        registration: {
          message: 'El punto de registro envía un secreto sin Cache-Control: no-store ({cacheControl}).',
          fix: 'Envíe Cache-Control: no-store con cada respuesta del punto de registro.',
        },
      },
    },
  },
  examples: {
    pass: [example('token', 'no-store'), example('registration', 'private, no-store')],
    fail: [example('token', undefined), example('registration', 'max-age=60')],
  },
})

function example(what: 'token' | 'registration', cacheControl: string | undefined) {
  const answer = { what, url: 'https://as.example/', ...(cacheControl === undefined ? {} : { cacheControl }) }
  return { secretAnswers: { answers: [answer] } satisfies SecretAnswersFacts }
}
