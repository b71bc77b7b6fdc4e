import { clauses } from '../clauses.ts'
import type { CallCase, UnknownToolFacts } from '../evidence/call-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: PRO-UNKNOWN-TOOL. A JSON-RPC error and a result with isError are both fine. */
export const rule = defineRule({
  id: 'PRO-04',
  title: 'A tool that does not exist is an error',
  why: 'A model that mistypes a name must learn it; a result would make it believe in the call.',
  clause: clauses.mcpTools,
  scope: 'call',
  needs: ['unknownTool'],
  *check({ unknownTool: { name, answer } }) {
    const { outcome, status = 0, problem = '' } = answer
    const params = { tool: name, status, problem }
    if (outcome === 'result' && answer.said === undefined) yield { case: 'succeeds', params }
    else if (outcome === 'result') yield { case: 'unflagged', params, excerpt: answer.said ?? '' }
    else if (outcome === 'broken' || status >= 500) yield { case: 'breaks', params }
  },
  text: {
    en: {
      pass: 'A call of a tool that does not exist is an error.',
      cases: {
        succeeds: {
          message: 'A call of {tool}, which does not exist, gives a result.',
          fix: 'Answer with the JSON-RPC error -32602 and the name.',
        },
        unflagged: {
          message: 'A call of {tool}, which does not exist, gives an error that is not marked as one.',
          fix: 'Answer with the JSON-RPC error -32602, or set isError: true.',
        },
        breaks: {
          message: 'A call of {tool}, which does not exist, breaks the server (HTTP {status}): {problem}',
          fix: 'Answer with the JSON-RPC error -32602 and the name.',
        },
      },
    },
    de: {
      title: 'Ein Werkzeug, das es nicht gibt, ist ein Fehler',
      why: 'Ein Modell, das sich im Namen irrt, muss es erfahren; ein Ergebnis ließe es an den Aufruf glauben.',
      pass: 'Der Aufruf eines Werkzeugs, das es nicht gibt, ist ein Fehler.',
      cases: {
        succeeds: {
          message: 'Ein Aufruf von {tool}, das es nicht gibt, liefert ein Ergebnis.',
          fix: 'Antworten Sie mit dem JSON-RPC-Fehler -32602 und dem Namen.',
        },
        unflagged: {
          message:
            'Ein Aufruf von {tool}, das es nicht gibt, liefert einen Fehler, der nicht so gekennzeichnet ist.',
          fix: 'Antworten Sie mit dem JSON-RPC-Fehler -32602, oder setzen Sie isError: true.',
        },
        breaks: {
          message: 'Ein Aufruf von {tool}, das es nicht gibt, wirft den Server um (HTTP {status}): {problem}',
          fix: 'Antworten Sie mit dem JSON-RPC-Fehler -32602 und dem Namen.',
        },
      },
    },
    es: {
      title: 'Una herramienta que no existe es un error',
      why: 'Un modelo que se equivoca de nombre debe saberlo; un resultado le haría creer en la llamada.',
      pass: 'Llamar a una herramienta que no existe es un error.',
      cases: {
        succeeds: {
          message: 'Una llamada a {tool}, que no existe, da un resultado.',
          fix: 'Responda con el error JSON-RPC -32602 y el nombre.',
        },
        unflagged: {
          message: 'Una llamada a {tool}, que no existe, da un error que no está marcado como tal.',
          fix: 'Responda con el error JSON-RPC -32602, o ponga isError: true.',
        },
        breaks: {
          message: 'Una llamada a {tool}, que no existe, rompe el servidor (HTTP {status}): {problem}',
          fix: 'Responda con el error JSON-RPC -32602 y el nombre.',
        },
      },
    },
  },
  examples: {
    pass: [
      answered({ outcome: 'rpc-error', code: -32602 }),
      answered({ outcome: 'tool-error', said: 'unknown tool' }),
    ],
    fail: [
      answered({ outcome: 'result' }),
      answered({ outcome: 'result', said: 'Error: unknown tool' }),
      answered({ outcome: 'http-error', status: 500 }),
    ],
  },
})

function answered(answer: Partial<CallCase>): { readonly unknownTool: UnknownToolFacts } {
  const whole: CallCase = { kind: 'given', input: '{}', outcome: 'rpc-error', tookMs: 20, ...answer }
  return { unknownTool: { name: 'no_such_tool', answer: whole } }
}
