import { called, sized } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import type { CallCase, CalledTool } from '../evidence/call-facts.ts'
import { defineRule } from '../rule.ts'

const LARGE = 10_000
/** Less than this much shorter is not shorter. */
const SHORTER = 0.8

export const rule = defineRule({
  id: 'LIM-04',
  title: 'One can ask for less',
  why: 'A result should fit the task; a model that needs one entry should not have to read all of them.',
  clause: clauses.policyTools,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    const large = calls.tools.filter((tool) => largestOf(tool) > LARGE)
    if (large.length === 0) {
      yield { outcome: 'not-applicable', because: 'no-large-result' }
      return
    }
    for (const about of large) {
      const { tool } = about
      const tokens = largestOf(about)
      const less = about.cases.find(({ kind }) => kind === 'limited')
      const common = { outcome: 'needs-human', at: `tools/${tool}` } as const
      if (less?.size !== undefined && less.size.estimatedTokens > tokens * SHORTER) {
        const params = { tool, tokens, limited: less.size.estimatedTokens, parameter: less.parameter ?? '' }
        yield { case: 'limit-ignored', ...common, params, excerpt: less.input }
      } else if (!less && !about.canAskLess) yield { case: 'no-way', ...common, params: { tool, tokens } }
    }
  },
  text: {
    en: {
      pass: 'Tools with large results take a limit, a page or a filter, and keep to it.',
      cases: {
        'limit-ignored': {
          message:
            'A result of {tool} takes about {tokens} tokens, and still {limited} with the smallest {parameter} (estimates).',
          fix: 'A reviewer looks whether {tool} keeps to {parameter}. If not, mend it.',
        },
        'no-way': {
          message:
            'A result of {tool} takes about {tokens} tokens (an estimate), and nothing lets a caller ask for less.',
          fix: 'A reviewer looks whether the task needs all of it. If not, add a limit, or an option that leaves out long texts.',
        },
      },
    },
    de: {
      title: 'Man kann weniger verlangen',
      why: 'Ein Ergebnis soll zur Aufgabe passen; ein Modell, das einen Eintrag braucht, soll nicht alle lesen müssen.',
      pass: 'Werkzeuge mit großen Ergebnissen nehmen Grenze, Seite oder Filter an und halten sich daran.',
      cases: {
        'limit-ignored': {
          message:
            'Ein Ergebnis von {tool} braucht etwa {tokens} Token, mit dem kleinsten {parameter} noch {limited} (Schätzungen).',
          fix: 'Eine Prüferin sieht nach, ob {tool} sich an {parameter} hält. Wenn nicht, beheben Sie das.',
        },
        'no-way': {
          message:
            'Ein Ergebnis von {tool} braucht etwa {tokens} Token (geschätzt), und nichts erlaubt, weniger zu verlangen.',
          fix: 'Eine Prüferin sieht nach, ob die Aufgabe alles braucht. Wenn nicht, ergänzen Sie eine Grenze oder eine Auswahl ohne lange Texte.',
        },
      },
    },
    es: {
      title: 'Se puede pedir menos',
      why: 'Un resultado debe ajustarse a la tarea; un modelo que necesita una entrada no debería leerlas todas.',
      pass: 'Las herramientas con resultados grandes admiten límite, página o filtro, y lo respetan.',
      cases: {
        'limit-ignored': {
          message:
            'Un resultado de {tool} ocupa unos {tokens} tokens, y todavía {limited} con el menor {parameter} (estimaciones).',
          fix: 'Una persona mira si {tool} respeta {parameter}. Si no, corríjalo.',
        },
        'no-way': {
          message:
            'Un resultado de {tool} ocupa unos {tokens} tokens (estimación), y nada permite pedir menos.',
          fix: 'Una persona mira si la tarea lo necesita todo. Si no, añada un límite o una opción sin textos largos.',
        },
      },
    },
  },
  examples: {
    pass: [called(sized(12_000))],
    fail: [
      called(sized(12_000), { canAskLess: false }),
      called(
        {},
        { cases: [caseWith('valid', 12_000), { ...caseWith('limited', 11_000), parameter: 'limit' }] },
      ),
    ],
  },
})

function caseWith(kind: CallCase['kind'], tokens: number): CallCase {
  return { kind, input: '{}', outcome: 'result', tookMs: 80, ...sized(tokens) }
}

function largestOf({ cases }: CalledTool): number {
  const sizes = cases.filter(({ kind }) => kind !== 'limited').map(({ size }) => size?.estimatedTokens ?? 0)
  return Math.max(0, ...sizes)
}
