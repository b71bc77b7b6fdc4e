import { clauses } from '../clauses.ts'
import type { AcceptFacts, OddAnswer } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const served: OddAnswer = { status: 200, body: 'result', excerpt: '' }
const kinds = { json: 'application/json', stream: 'text/event-stream' } as const satisfies Record<
  keyof AcceptFacts,
  string
>

/** Also known as: answer to a client that accepts JSON alone. A refusal (406) is as good as an answer. */
export const rule = defineRule({
  id: 'TRN-13',
  title: 'A client that accepts one kind of answer breaks nothing',
  why: 'Scripts and monitors accept JSON alone; a plain refusal tells them what to change, a server error does not.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['accepts'],
  *check({ accepts }) {
    for (const [name, kind] of Object.entries(kinds) as [keyof AcceptFacts, string][]) {
      const answer = accepts[name]
      if (!answer || answer.status < 500) continue
      const { status, excerpt } = answer
      yield { case: 'server-error', signal: name, params: { kind, status }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'Clients that accept only JSON or only event streams are answered or refused.',
      cases: {
        'server-error': {
          message: 'A client that accepts only {kind} is answered with HTTP {status}.',
          fix: 'Answer in {kind}, or refuse with HTTP 406.',
        },
      },
    },
    de: {
      title: 'Ein Client, der nur eine Art Antwort annimmt, macht nichts kaputt',
      why: 'Skripte und Überwachung nehmen nur JSON an; eine klare Ablehnung sagt ihnen, was zu ändern ist, ein Serverfehler nicht.',
      pass: 'Clients, die nur JSON oder nur Ereignisströme annehmen, werden bedient oder abgelehnt.',
      cases: {
        'server-error': {
          message: 'Ein Client, der nur {kind} annimmt, erhält HTTP {status}.',
          fix: 'Antworten Sie als {kind}, oder lehnen Sie mit HTTP 406 ab.',
        },
      },
    },
    es: {
      title: 'Un cliente que acepta una sola clase de respuesta no rompe nada',
      why: 'Guiones y monitores aceptan solo JSON; un rechazo claro les dice qué cambiar, un error del servidor no.',
      pass: 'Los clientes que aceptan solo JSON o solo flujos de eventos reciben respuesta o rechazo.',
      cases: {
        'server-error': {
          message: 'Un cliente que acepta solo {kind} recibe HTTP {status}.',
          fix: 'Responda en {kind} o rechace con HTTP 406.',
        },
      },
    },
  },
  examples: {
    pass: [{ accepts: { json: served, stream: { ...served, status: 406, body: 'error' } } }],
    fail: [{ accepts: { json: { ...served, status: 500, body: 'other' }, stream: served } }],
  },
})
