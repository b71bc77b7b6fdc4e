import { clauses } from '../clauses.ts'
import type { OddAnswer } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const accepted: OddAnswer = { status: 202, body: 'empty', excerpt: '' }

/** Also known as: notification answered. */
export const rule = defineRule({
  id: 'TRN-14',
  title: 'A notification is answered with 202 and nothing else',
  why: 'Clients take any other answer for an error, and some wait for a stream that never speaks.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['notification'],
  *check({ notification: { status, body, excerpt } }) {
    if (status !== 202) yield { case: 'status', params: { status }, excerpt }
    else if (body !== 'empty') yield { case: 'body', excerpt }
  },
  text: {
    en: {
      pass: 'A notification is answered with 202 and an empty body.',
      cases: {
        status: {
          message: 'notifications/initialized is answered with HTTP {status}.',
          fix: 'Answer a notification that is taken with 202 and no body.',
        },
        body: {
          message: 'The 202 that answers a notification has a body.',
          fix: 'Send no body: a notification has no answer.',
        },
      },
    },
    de: {
      title: 'Eine Benachrichtigung wird mit 202 und sonst nichts beantwortet',
      why: 'Clients halten jede andere Antwort für einen Fehler, und manche warten auf einen Strom, der nie spricht.',
      pass: 'Eine Benachrichtigung wird mit 202 und leerem Inhalt beantwortet.',
      cases: {
        status: {
          message: 'notifications/initialized wird mit HTTP {status} beantwortet.',
          fix: 'Beantworten Sie eine angenommene Benachrichtigung mit 202 und ohne Inhalt.',
        },
        body: {
          message: 'Die 202 auf eine Benachrichtigung hat einen Inhalt.',
          fix: 'Senden Sie keinen Inhalt: Eine Benachrichtigung hat keine Antwort.',
        },
      },
    },
    es: {
      title: 'Una notificación se responde con 202 y nada más',
      why: 'Los clientes toman cualquier otra respuesta por un error, y algunos esperan un flujo que nunca habla.',
      pass: 'Una notificación se responde con 202 y un cuerpo vacío.',
      cases: {
        status: {
          message: 'notifications/initialized recibe HTTP {status}.',
          fix: 'Responda a una notificación aceptada con 202 y sin cuerpo.',
        },
        body: {
          message: 'El 202 que responde a una notificación tiene cuerpo.',
          fix: 'No envíe cuerpo: una notificación no tiene respuesta.',
        },
      },
    },
  },
  examples: {
    pass: [{ notification: accepted }],
    fail: [
      { notification: { ...accepted, status: 200 } },
      { notification: { ...accepted, body: 'other', excerpt: 'null' } },
    ],
  },
})
