import { called, callsIn, resultless, sized, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const MOST_CHARACTERS = 150_000

export const rule = defineRule({
  id: 'LIM-02',
  title: 'Results stay below 150,000 characters',
  why: 'Some clients count characters and cut what is longer, whatever its tokens are.',
  clause: clauses.faqResults,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    for (const { tool, at, one } of callsIn(calls)) {
      const characters = one.size?.characters ?? 0
      if (characters <= MOST_CHARACTERS) continue
      yield { case: 'long', at, params: { tool, characters }, excerpt: one.input }
    }
    yield* resultless(calls)
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Every result that was seen is shorter than 150,000 characters.',
      cases: {
        long: {
          message: 'A result of {tool} has {characters} characters; some clients cut it at 150,000.',
          fix: 'Return a page with a cursor, or a summary with a way to ask for the rest.',
        },
      },
    },
    de: {
      title: 'Ergebnisse bleiben unter 150.000 Zeichen',
      why: 'Manche Clients zählen Zeichen und kürzen, was länger ist, gleich wie viele Token es sind.',
      pass: 'Jedes Ergebnis, das gesehen wurde, ist kürzer als 150.000 Zeichen.',
      cases: {
        long: {
          message: 'Ein Ergebnis von {tool} hat {characters} Zeichen; manche Clients kürzen es bei 150.000.',
          fix: 'Geben Sie eine Seite mit Cursor zurück oder eine Zusammenfassung, nach der man mehr verlangen kann.',
        },
      },
    },
    es: {
      title: 'Los resultados no llegan a 150.000 caracteres',
      why: 'Algunos clientes cuentan caracteres y cortan lo que es más largo, sean los tokens que sean.',
      pass: 'Todo resultado visto tiene menos de 150.000 caracteres.',
      cases: {
        long: {
          message:
            'Un resultado de {tool} tiene {characters} caracteres; algunos clientes lo cortan en 150.000.',
          fix: 'Devuelva una página con cursor, o un resumen con la manera de pedir el resto.',
        },
      },
    },
  },
  examples: { pass: [called({})], fail: [called(sized(50_000))] },
})
