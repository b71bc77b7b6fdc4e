import { clauses } from '../clauses.ts'
import type { ProbeAnswer } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: header mismatch. Only versions since 2026-07-28 repeat the body in headers. */
export const rule = defineRule({
  id: 'PRO-09',
  title: 'A request whose headers say something else than its body is refused',
  why: 'Gateways decide by the headers and servers act on the body: where both differ, a forbidden call gets through.',
  clause: clauses.mcpModernTransport,
  scope: 'passive',
  needs: ['mismatch'],
  *check({ mismatch }) {
    for (const { probe, status, outcome, code, excerpt } of mismatch.answers) {
      if (status === 400 && code === -32020) continue
      const name = outcome === 'result' ? 'accepted' : 'other-answer'
      yield { case: name, signal: probe, params: { probe, status, code: code ?? '-' }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'Requests whose headers and body differ are refused with 400 and error -32020.',
      cases: {
        accepted: {
          message: 'A request is carried out although its headers and body differ ({probe}).',
          fix: 'Compare MCP-Protocol-Version and Mcp-Method with the body, and answer 400 and error -32020.',
        },
        'other-answer': {
          message:
            'A request whose headers and body differ ({probe}) is answered with HTTP {status}, error {code}.',
          fix: 'Answer it with 400 and error -32020, so that clients know what to correct.',
        },
      },
    },
    de: {
      title: 'Eine Anfrage, deren Header dem Inhalt widersprechen, wird abgelehnt',
      why: 'Gateways entscheiden nach den Headern, Server handeln nach dem Inhalt: Ein Unterschied lässt Verbotenes durch.',
      pass: 'Anfragen, deren Header und Inhalt verschieden sind, werden mit 400 und Fehler -32020 abgelehnt.',
      cases: {
        accepted: {
          message: 'Eine Anfrage wird ausgeführt, obwohl Header und Inhalt verschieden sind ({probe}).',
          fix: 'Vergleichen Sie MCP-Protocol-Version und Mcp-Method mit dem Inhalt; antworten Sie mit 400 und Fehler -32020.',
        },
        'other-answer': {
          message:
            'Eine Anfrage mit verschiedenem Header und Inhalt ({probe}) wird mit HTTP {status}, Fehler {code} beantwortet.',
          fix: 'Antworten Sie mit 400 und Fehler -32020, damit Clients wissen, was zu berichtigen ist.',
        },
      },
    },
    es: {
      title: 'Una petición cuyas cabeceras contradicen el cuerpo se rechaza',
      why: 'Las pasarelas deciden por las cabeceras y los servidores actúan según el cuerpo: si difieren, pasa lo prohibido.',
      pass: 'Las peticiones cuyas cabeceras y cuerpo difieren se rechazan con 400 y el error -32020.',
      cases: {
        accepted: {
          message: 'Una petición se ejecuta aunque sus cabeceras y su cuerpo difieren ({probe}).',
          fix: 'Compare MCP-Protocol-Version y Mcp-Method con el cuerpo y responda 400 y el error -32020.',
        },
        'other-answer': {
          message:
            'Una petición cuyas cabeceras y cuerpo difieren ({probe}) recibe HTTP {status}, error {code}.',
          fix: 'Responda 400 y el error -32020, para que los clientes sepan qué corregir.',
        },
      },
    },
  },
  examples: {
    pass: [said({ status: 400, outcome: 'error', code: -32020 })],
    fail: [said({ status: 200, outcome: 'result' }), said({ status: 400, outcome: 'error', code: -32600 })],
  },
})

function said(answer: Omit<ProbeAnswer, 'probe' | 'era' | 'excerpt'>) {
  const probe = 'other method in the header'
  return { mismatch: { answers: [{ ...answer, probe, era: 'modern', excerpt: '' }] } } as const
}
