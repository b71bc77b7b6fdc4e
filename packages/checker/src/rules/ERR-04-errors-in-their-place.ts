import { called, callsIn, isValid, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import type { CallCase } from '../evidence/call-facts.ts'
import { defineRule, type Draft } from '../rule.ts'

const INVALID_PARAMS = -32602
const login =
  /\b(unauthori[sz]ed|not authenticated|authentication (required|failed)|(invalid|expired|missing) (access )?token|please (log|sign) in|login required)\b|\b401\b/i

export const rule = defineRule({
  id: 'ERR-04',
  title: 'Failures are told where clients look',
  why: 'A failed tool is a result with isError, so that the model reads it; a missing login is HTTP 401, so that the client asks for one.',
  clause: clauses.mcpTools,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    for (const { tool, at, one } of callsIn(calls)) {
      const found = faultOf(one)
      if (!found) continue
      const { said = '', status, code } = one
      const params = { tool, words: said.slice(0, 200), number: code ?? status ?? 0 }
      yield { ...found, at, params, excerpt: said }
    }
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Failures of tools are results with isError.',
      cases: {
        'protocol-error': {
          message:
            'Tool {tool} failed as a JSON-RPC error ({number}), which most clients do not show to the model: "{words}"',
          fix: 'Return a result with isError: true and the words in its content.',
        },
        'http-error': {
          message: 'A call of {tool} was answered with HTTP status {number}.',
          fix: 'Return a result with isError: true and HTTP status 200.',
        },
        unflagged: {
          message: 'A result of {tool} sounds like an error and does not say isError: "{words}"',
          fix: 'A reviewer reads the result. If it is an error, set isError: true.',
        },
        'login-in-result': {
          message: 'Tool {tool} asks for a login inside a result: "{words}"',
          fix: 'A reviewer reads the result. If a login is missing or over, answer with HTTP 401 and WWW-Authenticate.',
        },
      },
    },
    de: {
      title: 'Fehler stehen, wo Clients sie suchen',
      why: 'Ein gescheitertes Werkzeug ist ein Ergebnis mit isError, damit das Modell es liest; eine fehlende Anmeldung ist HTTP 401, damit der Client danach fragt.',
      pass: 'Gescheiterte Werkzeuge sind Ergebnisse mit isError.',
      cases: {
        'protocol-error': {
          message:
            'Das Werkzeug {tool} scheiterte als JSON-RPC-Fehler ({number}), den die meisten Clients dem Modell nicht zeigen: „{words}“',
          fix: 'Geben Sie ein Ergebnis mit isError: true zurück, die Worte in content.',
        },
        'http-error': {
          message: 'Ein Aufruf von {tool} wurde mit dem HTTP-Status {number} beantwortet.',
          fix: 'Geben Sie ein Ergebnis mit isError: true und dem HTTP-Status 200 zurück.',
        },
        unflagged: {
          message: 'Ein Ergebnis von {tool} klingt nach einem Fehler und sagt nicht isError: „{words}“',
          fix: 'Eine Prüferin liest das Ergebnis. Ist es ein Fehler, setzen Sie isError: true.',
        },
        'login-in-result': {
          message: 'Das Werkzeug {tool} verlangt in einem Ergebnis eine Anmeldung: „{words}“',
          fix: 'Eine Prüferin liest das Ergebnis. Fehlt eine Anmeldung, antworten Sie mit HTTP 401 und WWW-Authenticate.',
        },
      },
    },
    es: {
      title: 'Los fallos se dicen donde los clientes miran',
      why: 'Una herramienta que falla es un resultado con isError, para que el modelo lo lea; sin sesión es HTTP 401, para que el cliente la pida.',
      pass: 'Los fallos de las herramientas son resultados con isError.',
      cases: {
        'protocol-error': {
          message:
            'La herramienta {tool} falló como error JSON-RPC ({number}), que casi ningún cliente muestra al modelo: «{words}»',
          fix: 'Devuelva un resultado con isError: true y las palabras en content.',
        },
        'http-error': {
          message: 'Una llamada a {tool} recibió el estado HTTP {number}.',
          fix: 'Devuelva un resultado con isError: true y el estado HTTP 200.',
        },
        unflagged: {
          message: 'Un resultado de {tool} suena a error y no dice isError: «{words}»',
          fix: 'Una persona lee el resultado. Si es un error, ponga isError: true.',
        },
        'login-in-result': {
          message: 'La herramienta {tool} pide iniciar sesión dentro de un resultado: «{words}»',
          fix: 'Una persona lee el resultado. Si falta la sesión, responda con HTTP 401 y WWW-Authenticate.',
        },
      },
    },
  },
  examples: {
    pass: [
      called({ outcome: 'tool-error', said: 'No note has the number 9.' }),
      called({ outcome: 'rpc-error', code: INVALID_PARAMS, said: 'limit is required' }),
    ],
    fail: [
      called({ outcome: 'rpc-error', code: -32000, said: 'The database is away.' }),
      called({ outcome: 'http-error', status: 502 }),
      called({ outcome: 'result', said: 'Error: no such note' }),
      called({ outcome: 'tool-error', said: '401 Unauthorized: token expired' }),
    ],
  },
})

function faultOf(
  one: CallCase,
): (Pick<Draft & { case: string }, 'case'> & { outcome?: 'needs-human' }) | undefined {
  const { outcome, code, status = 0, said = '' } = one
  if (outcome === 'http-error' && status >= 500) return { case: 'http-error' }
  if (outcome === 'rpc-error')
    return code === INVALID_PARAMS || !isValid(one) ? undefined : { case: 'protocol-error' }
  if (said !== '' && login.test(said)) return { case: 'login-in-result', outcome: 'needs-human' }
  return outcome === 'result' && said !== '' ? { case: 'unflagged', outcome: 'needs-human' } : undefined
}
