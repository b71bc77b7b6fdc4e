import { called, callsIn, isValid, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import type { CallCase } from '../evidence/call-facts.ts'
import { defineRule, type Draft } from '../rule.ts'

export const rule = defineRule({
  id: 'ERR-01',
  title: 'Every tool works with valid input',
  why: 'A listed tool that fails on good input wastes every conversation that tries it.',
  clause: clauses.policyErrors,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    for (const { tool, at, one } of callsIn(calls)) yield* judge(tool, at, one)
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Every tool that was called gave a result for valid input.',
      cases: {
        fails: {
          message: 'Tool {tool} fails with the input that was given for it: {words}',
          fix: 'Mend {tool}, or mend the input if it is not one that works.',
        },
        breaks: {
          message: 'Tool {tool} breaks on valid input: {words}',
          fix: 'Find the fault in the logs of the server. A failure of a tool is a result with isError.',
        },
        unexpected: {
          message: 'Tool {tool} does not do what its case expects: {words}',
          fix: 'Mend {tool}, or the expectation in the file of --inputs.',
        },
      },
    },
    de: {
      title: 'Jedes Werkzeug arbeitet mit gültiger Eingabe',
      why: 'Ein gelistetes Werkzeug, das an guter Eingabe scheitert, verdirbt jedes Gespräch, das es versucht.',
      pass: 'Jedes aufgerufene Werkzeug gab für gültige Eingabe ein Ergebnis.',
      cases: {
        fails: {
          message: 'Das Werkzeug {tool} scheitert an der Eingabe, die dafür angegeben wurde: {words}',
          fix: 'Beheben Sie den Fehler in {tool}, oder die Eingabe, falls sie nicht stimmt.',
        },
        breaks: {
          message: 'Das Werkzeug {tool} bricht bei gültiger Eingabe ab: {words}',
          fix: 'Suchen Sie den Fehler in den Protokollen des Servers. Scheitert ein Werkzeug, ist das ein Ergebnis mit isError.',
        },
        unexpected: {
          message: 'Das Werkzeug {tool} tut nicht, was sein Fall erwartet: {words}',
          fix: 'Ändern Sie {tool} oder die Erwartung in der Datei von --inputs.',
        },
      },
    },
    es: {
      title: 'Toda herramienta funciona con una entrada válida',
      why: 'Una herramienta publicada que falla con buena entrada estropea toda conversación que la prueba.',
      pass: 'Toda herramienta llamada dio un resultado con entrada válida.',
      cases: {
        fails: {
          message: 'La herramienta {tool} falla con la entrada que se dio para ella: {words}',
          fix: 'Corrija {tool}, o la entrada si no es una que funcione.',
        },
        breaks: {
          message: 'La herramienta {tool} se rompe con una entrada válida: {words}',
          fix: 'Busque el fallo en los registros del servidor. El fallo de una herramienta es un resultado con isError.',
        },
        unexpected: {
          message: 'La herramienta {tool} no hace lo que su caso espera: {words}',
          fix: 'Corrija {tool}, o lo esperado en el archivo de --inputs.',
        },
      },
    },
  },
  examples: {
    pass: [
      called({}),
      called({ kind: 'given', expected: 'error', outcome: 'tool-error', said: 'No such note.' }),
    ],
    fail: [
      called({ kind: 'given', expected: 'ok', outcome: 'tool-error', said: 'Something went wrong.' }),
      called({ outcome: 'http-error', status: 500 }),
      called({ kind: 'given', expected: 'ok', contains: { text: 'Berlin', found: false } }),
      called({ kind: 'given', expected: 'error' }),
    ],
  },
})

function* judge(tool: string, at: string, one: CallCase): Generator<Draft> {
  const { kind, outcome, expected, contains, input: excerpt } = one
  if (kind === 'limited' || !(isValid(one) || kind === 'given')) return
  const words = wordsOf(one)
  const params = { tool, words }
  if (outcome === 'not-ended') {
    const seconds = Math.round(one.tookMs / 1000)
    yield { outcome: 'could-not-look', because: 'call-not-ended', at, params: { tool, seconds } }
  } else if (expected === 'error') {
    if (outcome === 'result') yield { case: 'unexpected', at, excerpt, params: { tool, words: 'no error' } }
  } else if (outcome === 'broken' || (outcome === 'http-error' && (one.status ?? 0) >= 500)) {
    yield { case: 'breaks', at, params, excerpt }
  } else if (outcome !== 'result' && outcome !== 'too-large') {
    if (kind === 'given') yield { case: 'fails', at, params, excerpt }
    else yield { outcome: 'could-not-look', because: 'input-refused', at, params }
  } else if (contains && !contains.found) {
    yield { case: 'unexpected', at, excerpt, params: { tool, words: `"${contains.text}" is missing` } }
  }
}

function wordsOf({ said, problem, status, code }: CallCase): string {
  const words = (said ?? '').trim().slice(0, 200) || problem || ''
  const numbers = [
    ...(status === undefined || status < 400 ? [] : [`HTTP ${status}`]),
    ...(code === undefined ? [] : [code]),
  ]
  return [...numbers, ...(words === '' ? [] : [words])].join(': ')
}
