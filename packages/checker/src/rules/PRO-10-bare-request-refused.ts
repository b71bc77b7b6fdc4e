import { clauses } from '../clauses.ts'
import type { ProbeAnswer } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: missing _meta. Only versions since 2026-07-28 carry it in every request. */
export const rule = defineRule({
  id: 'PRO-10',
  title: 'A request without version and capabilities is refused',
  why: 'Without sessions each request says what the client can do; a server that guesses sends what nobody understands.',
  clause: clauses.mcpModern,
  scope: 'passive',
  needs: ['bareRequest'],
  *check({ bareRequest }) {
    for (const { probe, status, outcome, code, excerpt } of bareRequest.answers) {
      if (status === 400 && code === -32602) continue
      const name = outcome === 'result' ? 'accepted' : 'other-answer'
      yield { case: name, signal: probe, params: { probe, status, code: code ?? '-' }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'Requests without version or capabilities are refused with 400 and error -32602.',
      cases: {
        accepted: {
          message: 'A request of 2026-07-28 is carried out without what each request must carry ({probe}).',
          fix: 'Answer 400 and error -32602 when _meta lacks the protocol version or the client capabilities.',
        },
        'other-answer': {
          message:
            'A request without what each must carry ({probe}) is answered with HTTP {status}, error {code}.',
          fix: 'Answer it with 400 and error -32602, and say which member of _meta is missing.',
        },
      },
    },
    de: {
      title: 'Eine Anfrage ohne Version und Fähigkeiten wird abgelehnt',
      why: 'Ohne Sitzungen sagt jede Anfrage, was der Client kann; ein Server, der rät, sendet, was niemand versteht.',
      pass: 'Anfragen ohne Version oder Fähigkeiten werden mit 400 und Fehler -32602 abgelehnt.',
      cases: {
        accepted: {
          message:
            'Eine Anfrage nach 2026-07-28 wird ohne das ausgeführt, was jede mitbringen muss ({probe}).',
          fix: 'Antworten Sie mit 400 und Fehler -32602, wenn in _meta die Version oder die Fähigkeiten des Clients fehlen.',
        },
        'other-answer': {
          message:
            'Eine Anfrage ohne das, was jede mitbringen muss ({probe}), wird mit HTTP {status}, Fehler {code} beantwortet.',
          fix: 'Antworten Sie mit 400 und Fehler -32602, und sagen Sie, was in _meta fehlt.',
        },
      },
    },
    es: {
      title: 'Una petición sin versión ni capacidades se rechaza',
      why: 'Sin sesiones, cada petición dice qué sabe hacer el cliente; un servidor que adivina envía lo que nadie entiende.',
      pass: 'Las peticiones sin versión o sin capacidades se rechazan con 400 y el error -32602.',
      cases: {
        accepted: {
          message: 'Una petición de 2026-07-28 se ejecuta sin lo que toda petición debe llevar ({probe}).',
          fix: 'Responda 400 y el error -32602 cuando en _meta falten la versión o las capacidades del cliente.',
        },
        'other-answer': {
          message: 'Una petición sin lo que toda debe llevar ({probe}) recibe HTTP {status}, error {code}.',
          fix: 'Responda 400 y el error -32602, y diga qué falta en _meta.',
        },
      },
    },
  },
  examples: {
    pass: [said({ status: 400, outcome: 'error', code: -32602 })],
    fail: [said({ status: 200, outcome: 'result' }), said({ status: 200, outcome: 'error', code: -32603 })],
  },
})

function said(answer: Omit<ProbeAnswer, 'probe' | 'era' | 'excerpt'>) {
  return { bareRequest: { answers: [{ ...answer, probe: 'no _meta', era: 'modern', excerpt: '' }] } } as const
}
