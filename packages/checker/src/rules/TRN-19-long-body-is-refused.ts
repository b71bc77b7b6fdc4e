import { clauses } from '../clauses.ts'
import type { OddAnswer } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const bytes = 5_243_000
const refused: OddAnswer = { status: 413, body: 'other', excerpt: '' }

/** Also known as: cap of the body. */
export const rule = defineRule({
  id: 'TRN-19',
  title: 'An over-long message is refused',
  why: 'A server that reads everything is brought down by one who sends without end.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['longBody'],
  *check({ longBody: { bytes: sent, answer } }) {
    const { status, excerpt } = answer
    const params = { mebibytes: Math.round(sent / 1024 / 1024), status }
    if (status >= 500) yield { case: 'server-error', params, excerpt }
    else if (status < 400) yield { case: 'taken', params, excerpt }
  },
  text: {
    en: {
      pass: 'A message of 5 MiB is refused.',
      cases: {
        taken: {
          message: 'A message of {mebibytes} MiB is read and answered (HTTP {status}).',
          fix: 'Stop reading at a size that your tools need at most, and answer 413.',
        },
        'server-error': {
          message: 'A message of {mebibytes} MiB is answered with HTTP {status}.',
          fix: 'Answer 413 when a message is too long.',
        },
      },
    },
    de: {
      title: 'Eine überlange Nachricht wird abgelehnt',
      why: 'Ein Server, der alles liest, fällt um, wenn jemand ohne Ende sendet.',
      pass: 'Eine Nachricht von 5 MiB wird abgelehnt.',
      cases: {
        taken: {
          message: 'Eine Nachricht von {mebibytes} MiB wird gelesen und beantwortet (HTTP {status}).',
          fix: 'Hören Sie bei der Größe auf zu lesen, die Ihre Werkzeuge höchstens brauchen, und antworten Sie mit 413.',
        },
        'server-error': {
          message: 'Eine Nachricht von {mebibytes} MiB wird mit HTTP {status} beantwortet.',
          fix: 'Antworten Sie mit 413, wenn eine Nachricht zu lang ist.',
        },
      },
    },
    es: {
      title: 'Un mensaje demasiado largo se rechaza',
      why: 'Un servidor que lo lee todo cae cuando alguien envía sin fin.',
      pass: 'Un mensaje de 5 MiB se rechaza.',
      cases: {
        taken: {
          message: 'Un mensaje de {mebibytes} MiB se lee y se responde (HTTP {status}).',
          fix: 'Deje de leer en el tamaño que sus herramientas necesitan como máximo y responda 413.',
        },
        'server-error': {
          message: 'Un mensaje de {mebibytes} MiB recibe HTTP {status}.',
          fix: 'Responda 413 cuando un mensaje sea demasiado largo.',
        },
      },
    },
  },
  examples: {
    pass: [
      { longBody: { bytes, answer: refused } },
      { longBody: { bytes, answer: { ...refused, status: 400 } } },
    ],
    fail: [
      { longBody: { bytes, answer: { ...refused, status: 200, body: 'result' } } },
      { longBody: { bytes, answer: { ...refused, status: 500 } } },
    ],
  },
})
