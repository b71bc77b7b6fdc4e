import { called, callsIn, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import type { CallCase } from '../evidence/call-facts.ts'
import { defineRule } from '../rule.ts'

const accepted = {
  missing: 'missing-accepted',
  'wrong-type': 'wrong-type-accepted',
  'out-of-range': 'out-of-range-accepted',
} as const

/** Also known as: PRO-ARGS. An error that is written into a result is ERR-04's. */
export const rule = defineRule({
  id: 'ERR-03',
  title: 'Inputs are validated',
  why: 'A tool that takes anything does something else than the model meant, and nobody notices.',
  clause: clauses.mcpTools,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    let tried = 0
    for (const { tool, at, one } of callsIn(calls)) {
      const { kind, parameter = '', outcome, said, input: excerpt } = one
      if (kind !== 'missing' && kind !== 'wrong-type' && kind !== 'out-of-range') continue
      tried += 1
      const params = { tool, parameter }
      if (outcome === 'result' && said === undefined) yield { case: accepted[kind], at, params, excerpt }
      else if (outcome === 'broken' || (one.status ?? 0) >= 500) yield { case: 'breaks', at, params, excerpt }
    }
    if (tried === 0) yield { outcome: 'not-applicable', because: 'nothing-invalid' }
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Wrong input was refused.',
      cases: {
        'missing-accepted': {
          message: 'Tool {tool} gives a result without its required argument {parameter}.',
          fix: 'Refuse the call with an error that names {parameter}, or take it out of "required".',
        },
        'wrong-type-accepted': {
          message: 'Tool {tool} gives a result for an argument {parameter} of the wrong type.',
          fix: 'Check arguments against the inputSchema before you use them.',
        },
        'out-of-range-accepted': {
          message: 'Tool {tool} gives a result for an argument {parameter} outside the limits of its schema.',
          fix: 'Refuse it, or say in the result which value was used instead.',
        },
        breaks: {
          message: 'Wrong input for {parameter} breaks {tool}: no answer, or a fault of the server.',
          fix: 'Check arguments against the inputSchema and answer with isError.',
        },
      },
    },
    de: {
      title: 'Eingaben werden geprüft',
      why: 'Ein Werkzeug, das alles annimmt, tut etwas anderes, als das Modell meinte, und niemand merkt es.',
      pass: 'Falsche Eingaben wurden abgelehnt.',
      cases: {
        'missing-accepted': {
          message: 'Das Werkzeug {tool} gibt ein Ergebnis ohne sein Pflichtargument {parameter}.',
          fix: 'Lehnen Sie den Aufruf mit einem Fehler ab, der {parameter} nennt, oder nehmen Sie es aus „required“.',
        },
        'wrong-type-accepted': {
          message: 'Das Werkzeug {tool} gibt ein Ergebnis für ein Argument {parameter} vom falschen Typ.',
          fix: 'Prüfen Sie Argumente gegen das inputSchema, bevor Sie sie verwenden.',
        },
        'out-of-range-accepted': {
          message:
            'Das Werkzeug {tool} gibt ein Ergebnis für ein Argument {parameter} außerhalb der Grenzen seines Schemas.',
          fix: 'Lehnen Sie es ab, oder sagen Sie im Ergebnis, welcher Wert stattdessen galt.',
        },
        breaks: {
          message:
            'Falsche Eingabe für {parameter} wirft {tool} um: keine Antwort oder ein Fehler des Servers.',
          fix: 'Prüfen Sie Argumente gegen das inputSchema und antworten Sie mit isError.',
        },
      },
    },
    es: {
      title: 'Las entradas se validan',
      why: 'Una herramienta que acepta todo hace algo distinto de lo que el modelo quería, y nadie lo nota.',
      pass: 'Las entradas incorrectas se rechazaron.',
      cases: {
        'missing-accepted': {
          message: 'La herramienta {tool} da un resultado sin su argumento obligatorio {parameter}.',
          fix: 'Rechace la llamada con un error que nombre {parameter}, o quítelo de «required».',
        },
        'wrong-type-accepted': {
          message: 'La herramienta {tool} da un resultado con un argumento {parameter} de otro tipo.',
          fix: 'Compruebe los argumentos con el inputSchema antes de usarlos.',
        },
        'out-of-range-accepted': {
          message:
            'La herramienta {tool} da un resultado con un argumento {parameter} fuera de los límites de su esquema.',
          fix: 'Rechácelo, o diga en el resultado qué valor se usó.',
        },
        breaks: {
          message:
            'Una entrada incorrecta en {parameter} rompe {tool}: sin respuesta, o un fallo del servidor.',
          fix: 'Compruebe los argumentos con el inputSchema y responda con isError.',
        },
      },
    },
  },
  examples: {
    pass: [
      called({ ...tried('missing'), outcome: 'tool-error', said: 'limit is required' }),
      called({ ...tried('missing'), outcome: 'result', said: 'Error: limit is required' }),
    ],
    fail: [
      called(tried('missing')),
      called(tried('wrong-type')),
      called(tried('out-of-range')),
      called({ ...tried('missing'), outcome: 'http-error', status: 500 }),
    ],
  },
})

function tried(kind: CallCase['kind']): Partial<CallCase> {
  return { kind, parameter: 'limit', outcome: 'result' }
}
