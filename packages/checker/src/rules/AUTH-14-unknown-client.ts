import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-14',
  title: 'An unknown client is told so',
  why: 'A client that reads invalid_client registers anew; any other answer leaves its user stuck.',
  clause: clauses.rfc6749,
  scope: 'passive',
  needs: ['unknownClient'],
  *check({ unknownClient }) {
    const { endpoint, status, error, excerpt, json = error !== undefined } = unknownClient
    if (!json || (error === undefined && status >= 300)) {
      yield { outcome: 'not-applicable', because: 'token-endpoint-unclear' }
      return
    }
    if (error === 'invalid_client' && (status === 400 || status === 401)) return
    const params = { status, error: error ?? 'none' }
    yield { case: error === 'invalid_client' ? 'status' : 'error', at: endpoint, params, excerpt }
  },
  text: {
    en: {
      pass: 'The token endpoint answers an unknown client with invalid_client.',
      cases: {
        error: {
          message: 'The token endpoint answers an unknown client with HTTP {status}, error {error}.',
          fix: 'Check the client before anything else and answer 401 (or 400) with {"error": "invalid_client"}.',
        },
        status: {
          message: 'The token endpoint answers invalid_client with HTTP {status}.',
          fix: 'Send invalid_client with HTTP 401, or 400.',
        },
      },
    },
    de: {
      title: 'Ein unbekannter Client erfährt es',
      why: 'Ein Client, der invalid_client liest, registriert sich neu; bei jeder anderen Antwort kommt sein Nutzer nicht weiter.',
      pass: 'Der Token-Endpunkt antwortet einem unbekannten Client mit invalid_client.',
      cases: {
        error: {
          message: 'Der Token-Endpunkt antwortet einem unbekannten Client mit HTTP {status}, Fehler {error}.',
          fix: 'Prüfen Sie zuerst den Client und antworten Sie mit 401 (oder 400) und {"error": "invalid_client"}.',
        },
        status: {
          message: 'Der Token-Endpunkt sendet invalid_client mit HTTP {status}.',
          fix: 'Senden Sie invalid_client mit HTTP 401 oder 400.',
        },
      },
    },
    es: {
      title: 'A un cliente desconocido se le dice',
      why: 'Un cliente que lee invalid_client se registra de nuevo; con cualquier otra respuesta su usuario se queda bloqueado.',
      pass: 'El punto de acceso de tokens responde a un cliente desconocido con invalid_client.',
      cases: {
        error: {
          message:
            'El punto de acceso de tokens responde a un cliente desconocido con HTTP {status}, error {error}.',
          fix: 'Compruebe el cliente antes que nada y responda 401 (o 400) con {"error": "invalid_client"}.',
        },
        status: {
          message: 'El punto de acceso de tokens envía invalid_client con HTTP {status}.',
          fix: 'Envíe invalid_client con HTTP 401 o 400.',
        },
      },
    },
  },
  examples: {
    pass: [example(401, 'invalid_client'), example(400, 'invalid_client')],
    fail: [example(400, 'invalid_grant'), example(200, 'invalid_client'), example(200)],
  },
})

function example(status: number, error?: string) {
  const endpoint = 'https://as.example/token'
  return {
    unknownClient: { endpoint, status, json: true, excerpt: '', ...(error === undefined ? {} : { error }) },
  }
}
