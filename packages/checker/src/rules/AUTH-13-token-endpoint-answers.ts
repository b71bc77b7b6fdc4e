import { clauses } from '../clauses.ts'
import type { TokenAnswer } from '../evidence/authorization-facts.ts'
import { defineRule, type Draft } from '../rule.ts'

/** The token endpoint takes a form and answers errors as JSON. */
export const rule = defineRule({
  id: 'AUTH-13',
  title: 'The token endpoint takes a form and answers in JSON',
  why: 'A client learns from the error what to do next; a page or a crash leaves its user stuck.',
  clause: clauses.rfc6749,
  scope: 'passive',
  needs: ['tokenEndpoint'],
  *check({ tokenEndpoint }) {
    for (const answer of tokenEndpoint.answers) {
      const found = faultOf(answer)
      if (found === undefined) continue
      const { status, error = 'none', contentType = 'none', excerpt } = answer
      const params = { status, error, contentType }
      yield { case: found, at: tokenEndpoint.endpoint, signal: answer.to, params, excerpt } satisfies Draft
      return
    }
  },
  text: {
    en: {
      pass: 'The token endpoint takes a form and answers errors as OAuth says.',
      cases: {
        'form-refused': {
          message: 'The token endpoint refuses a form (HTTP 415).',
          fix: 'Accept application/x-www-form-urlencoded at the token endpoint.',
        },
        broken: {
          message: 'The token endpoint answers a request that cannot succeed with HTTP {status}.',
          fix: 'Answer 400 with {"error": "invalid_grant"}; an unknown code is no fault of the server.',
        },
        'not-json': {
          message:
            'The token endpoint answers an error with HTTP {status} and something that is not JSON ({contentType}).',
          fix: 'Answer errors as JSON: {"error": "invalid_grant"}.',
        },
        'content-type': {
          message: 'The token endpoint sends JSON as {contentType}.',
          fix: 'Send content-type: application/json.',
        },
        'no-error': {
          message: 'The token endpoint answers HTTP {status} with JSON that has no "error".',
          fix: 'Put the code of the error into "error", as text.',
        },
        accepted: {
          message:
            'The token endpoint answers a code that nobody issued with HTTP {status}, as if it were good.',
          fix: 'Exchange only codes that this server issued to this client, once, and answer all others with 400 invalid_grant.',
        },
        'other-error': {
          message: 'The token endpoint answers a code that nobody issued with HTTP {status}, error {error}.',
          fix: 'Answer 400 with {"error": "invalid_grant"}, so that the client starts a new login.',
        },
      },
    },
    de: {
      title: 'Der Token-Endpunkt nimmt ein Formular und antwortet in JSON',
      why: 'Aus dem Fehler erfährt ein Client, was zu tun ist; nach einer Seite oder einem Absturz kommt niemand weiter.',
      pass: 'Der Token-Endpunkt nimmt ein Formular an und beantwortet Fehler, wie OAuth es sagt.',
      cases: {
        'form-refused': {
          message: 'Der Token-Endpunkt lehnt ein Formular ab (HTTP 415).',
          fix: 'Nehmen Sie am Token-Endpunkt application/x-www-form-urlencoded an.',
        },
        broken: {
          message: 'Der Token-Endpunkt beantwortet eine Anfrage, die nicht gelingen kann, mit HTTP {status}.',
          fix: 'Antworten Sie mit 400 und {"error": "invalid_grant"}; ein unbekannter Code ist kein Fehler des Servers.',
        },
        'not-json': {
          message:
            'Der Token-Endpunkt beantwortet einen Fehler mit HTTP {status} und etwas, das kein JSON ist ({contentType}).',
          fix: 'Beantworten Sie Fehler als JSON: {"error": "invalid_grant"}.',
        },
        'content-type': {
          message: 'Der Token-Endpunkt sendet JSON als {contentType}.',
          fix: 'Senden Sie content-type: application/json.',
        },
        'no-error': {
          message: 'Der Token-Endpunkt antwortet mit HTTP {status} und JSON ohne "error".',
          fix: 'Nennen Sie den Code des Fehlers als Text in "error".',
        },
        accepted: {
          message:
            'Der Token-Endpunkt beantwortet einen Code, den niemand ausgegeben hat, mit HTTP {status}, als wäre er gut.',
          fix: 'Tauschen Sie nur Codes ein, die dieser Server diesem Client gegeben hat, und nur einmal; alle anderen bekommen 400 invalid_grant.',
        },
        'other-error': {
          message:
            'Der Token-Endpunkt beantwortet einen Code, den niemand ausgegeben hat, mit HTTP {status}, Fehler {error}.',
          fix: 'Antworten Sie mit 400 und {"error": "invalid_grant"}, damit der Client eine neue Anmeldung beginnt.',
        },
      },
    },
    es: {
      title: 'El punto de tokens admite un formulario y responde en JSON',
      why: 'Por el error sabe el cliente qué hacer; ante una página o un fallo interno la persona no puede seguir.',
      pass: 'El punto de tokens admite un formulario y responde a los errores como dice OAuth.',
      cases: {
        'form-refused': {
          message: 'El punto de tokens rechaza un formulario (HTTP 415).',
          fix: 'Admita application/x-www-form-urlencoded en el punto de tokens.',
        },
        broken: {
          message: 'El punto de tokens responde HTTP {status} a una petición que no puede prosperar.',
          fix: 'Responda 400 con {"error": "invalid_grant"}; un código desconocido no es un fallo del servidor.',
        },
        'not-json': {
          message:
            'El punto de tokens responde a un error con HTTP {status} y algo que no es JSON ({contentType}).',
          fix: 'Responda a los errores en JSON: {"error": "invalid_grant"}.',
        },
        'content-type': {
          message: 'El punto de tokens envía JSON como {contentType}.',
          fix: 'Envíe content-type: application/json.',
        },
        'no-error': {
          message: 'El punto de tokens responde HTTP {status} con un JSON sin "error".',
          fix: 'Ponga el código del error en "error", como texto.',
        },
        accepted: {
          message:
            'El punto de tokens responde HTTP {status} a un código que nadie emitió, como si fuera bueno.',
          fix: 'Canjee solo códigos que este servidor dio a este cliente, una vez, y responda a los demás con 400 invalid_grant.',
        },
        'other-error': {
          message: 'El punto de tokens responde HTTP {status}, error {error}, a un código que nadie emitió.',
          fix: 'Responda 400 con {"error": "invalid_grant"}, para que el cliente empiece un nuevo inicio de sesión.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ error: 'invalid_client', status: 401 }),
      example({ to: 'bogus-code', error: 'invalid_grant' }),
      // AUTH-14 names what an unknown client is told.
      example({ error: 'invalid_grant' }),
    ],
    fail: [
      example({ status: 415 }),
      example({ status: 500 }),
      example({ json: false, contentType: 'text/html' }),
      example({ error: 'invalid_client', contentType: 'text/plain' }),
      example({}),
      example({ to: 'bogus-code', status: 200 }),
      example({ to: 'bogus-code', error: 'invalid_request' }),
    ],
  },
})

function faultOf({ to, status, json, error, contentType = 'none' }: TokenAnswer): string | undefined {
  if (status === 415) return 'form-refused'
  if (status >= 500) return 'broken'
  if (!json) return 'not-json'
  if (error === undefined && status < 300) return to === 'bogus-code' ? 'accepted' : undefined
  if (error === undefined) return 'no-error'
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) return 'content-type'
  if (to === 'bogus-code' && (error !== 'invalid_grant' || status !== 400)) return 'other-error'
  return undefined
}

function example(more: Partial<TokenAnswer>) {
  const answer: TokenAnswer = {
    to: 'unknown-client',
    status: 400,
    contentType: 'application/json',
    json: true,
    excerpt: '',
    ...more,
  }
  return { tokenEndpoint: { endpoint: 'https://as.example/token', answers: [answer] } }
}
