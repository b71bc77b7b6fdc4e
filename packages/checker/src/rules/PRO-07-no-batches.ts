import { clauses } from '../clauses.ts'
import type { ProbeAnswer } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: batch accepted. Nearly every server does, by way of its SDK. */
export const rule = defineRule({
  id: 'PRO-07',
  title: 'Batches are refused',
  why: 'The protocol has had no batches since 2025-06-18; one request with many calls also gets around limits.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['batch'],
  *check({ batch }) {
    for (const { era, status, outcome, excerpt } of batch.answers) {
      if (outcome === 'result') yield { case: 'accepted', signal: era, params: { status }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'An array of requests is not carried out.',
      cases: {
        accepted: {
          message: 'An array of two requests is carried out (HTTP {status}).',
          fix: 'Answer an array with 400 and error -32600. Most SDKs still accept it for old clients.',
        },
      },
    },
    de: {
      title: 'Stapel von Anfragen werden abgelehnt',
      why: 'Das Protokoll kennt seit 2025-06-18 keine Stapel; eine Anfrage mit vielen Aufrufen umgeht auch Grenzen.',
      pass: 'Ein Feld von Anfragen wird nicht ausgeführt.',
      cases: {
        accepted: {
          message: 'Ein Feld mit zwei Anfragen wird ausgeführt (HTTP {status}).',
          fix: 'Antworten Sie auf ein Feld mit 400 und Fehler -32600. Die meisten SDKs nehmen es für alte Clients noch an.',
        },
      },
    },
    es: {
      title: 'Los lotes de peticiones se rechazan',
      why: 'El protocolo no tiene lotes desde 2025-06-18; una petición con muchas llamadas también elude los límites.',
      pass: 'Un array de peticiones no se ejecuta.',
      cases: {
        accepted: {
          message: 'Un array de dos peticiones se ejecuta (HTTP {status}).',
          fix: 'Responda a un array con 400 y el error -32600. La mayoría de los SDK aún lo aceptan para clientes antiguos.',
        },
      },
    },
  },
  examples: {
    pass: [said({ status: 400, outcome: 'error', code: -32600 }), said({ status: 202, outcome: 'none' })],
    fail: [said({ status: 200, outcome: 'result' })],
  },
})

function said(answer: Omit<ProbeAnswer, 'probe' | 'era' | 'excerpt'>) {
  return { batch: { answers: [{ ...answer, probe: 'batch', era: 'legacy', excerpt: '' }] } } as const
}
