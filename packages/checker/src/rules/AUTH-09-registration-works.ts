import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const MOST_MS = 10_000

export const rule = defineRule({
  id: 'AUTH-09',
  title: 'Dynamic registration works',
  why: 'What the metadata promises is what every client tries first.',
  clause: clauses.rfc7591,
  scope: 'login',
  needs: ['registration'],
  *check({ registration }) {
    const { endpoint, status, clientId, tookMs, excerpt } = registration
    const params = { status, seconds: Math.round(tookMs / 1000) }
    if (status < 200 || status > 299) yield { case: 'refused', at: endpoint, params, excerpt }
    else if (!clientId) yield { case: 'no-client-id', at: endpoint, params, excerpt }
    else if (status !== 201) yield { case: 'not-201', at: endpoint, params, excerpt }
    else if (tookMs > MOST_MS) yield { case: 'slow', at: endpoint, params }
  },
  text: {
    en: {
      pass: 'A public client was registered and answered with a client_id.',
      cases: {
        refused: {
          message: 'The registration of a public client is refused (HTTP {status}).',
          fix: 'Accept a registration without a token, with token_endpoint_auth_method "none" and an https redirect address.',
        },
        'no-client-id': {
          message: 'The answer to a registration holds no client_id.',
          fix: 'Answer 201 with the registered client as JSON, client_id included.',
        },
        'not-201': {
          message: 'A registration is answered with HTTP {status}, not 201.',
          fix: 'Answer a successful registration with HTTP 201.',
        },
        slow: {
          message: 'A registration took {seconds} seconds.',
          fix: 'Answer a registration within 10 seconds.',
        },
      },
    },
    de: {
      title: 'Die dynamische Registrierung funktioniert',
      why: 'Was die Metadaten versprechen, versucht jeder Client zuerst.',
      pass: 'Ein öffentlicher Client wurde registriert und bekam eine client_id.',
      cases: {
        refused: {
          message: 'Die Registrierung eines öffentlichen Clients wird abgelehnt (HTTP {status}).',
          fix: 'Nehmen Sie eine Registrierung ohne Token an, mit token_endpoint_auth_method "none" und einer https-Adresse als Rücksprung.',
        },
        'no-client-id': {
          message: 'Die Antwort auf eine Registrierung enthält keine client_id.',
          fix: 'Antworten Sie mit 201 und dem registrierten Client als JSON, samt client_id.',
        },
        'not-201': {
          message: 'Eine Registrierung wird mit HTTP {status} beantwortet, nicht mit 201.',
          fix: 'Beantworten Sie eine gelungene Registrierung mit HTTP 201.',
        },
        slow: {
          message: 'Eine Registrierung dauerte {seconds} Sekunden.',
          fix: 'Beantworten Sie eine Registrierung innerhalb von 10 Sekunden.',
        },
      },
    },
    es: {
      title: 'El registro dinámico funciona',
      why: 'Lo que prometen los metadatos es lo primero que prueba cada cliente.',
      pass: 'Se registró un cliente público y recibió un client_id.',
      cases: {
        refused: {
          message: 'Se rechaza el registro de un cliente público (HTTP {status}).',
          fix: 'Acepte un registro sin token, con token_endpoint_auth_method "none" y una dirección de retorno https.',
        },
        'no-client-id': {
          message: 'La respuesta a un registro no contiene client_id.',
          fix: 'Responda 201 con el cliente registrado como JSON, client_id incluido.',
        },
        'not-201': {
          message: 'Un registro se responde con HTTP {status}, no con 201.',
          fix: 'Responda con HTTP 201 a un registro correcto.',
        },
        slow: {
          message: 'Un registro tardó {seconds} segundos.',
          fix: 'Responda a un registro en menos de 10 segundos.',
        },
      },
    },
  },
  examples: {
    pass: [example(201, true, 300)],
    fail: [
      example(403, false, 300),
      example(201, false, 300),
      example(200, true, 300),
      example(201, true, 11_000),
    ],
  },
})

function example(status: number, clientId: boolean, tookMs: number) {
  const endpoint = 'https://as.example/register'
  return {
    registration: { endpoint, status, clientId, tookMs, cleanedUp: 'not-offered' as const, excerpt: '{}' },
  }
}
