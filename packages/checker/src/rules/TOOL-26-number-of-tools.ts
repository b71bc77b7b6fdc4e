import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { defineRule } from '../rule.ts'

const MANY = 30

export const rule = defineRule({
  id: 'TOOL-26',
  title: 'The number of tools is free',
  why: 'No number is too high for a listing. Beyond some dozens models choose worse and the list fills their context.',
  clause: clauses.faqCount,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const { length: count } = tools.list
    if (count > MANY) yield { case: 'many', params: { count, many: MANY } }
  },
  text: {
    en: {
      pass: 'The server has at most 30 tools.',
      cases: {
        many: {
          message:
            'The server has {count} tools. That is allowed; with more than {many} models choose worse.',
          fix: 'Nothing must change. Consider leaving out tools that nobody calls.',
        },
      },
    },
    de: {
      title: 'Die Zahl der Werkzeuge ist frei',
      why: 'Keine Zahl ist zu hoch für einen Eintrag. Ab einigen Dutzend wählen Modelle schlechter, und die Liste füllt ihren Kontext.',
      pass: 'Der Server hat höchstens 30 Werkzeuge.',
      cases: {
        many: {
          message:
            'Der Server hat {count} Werkzeuge. Das ist erlaubt; bei mehr als {many} wählen Modelle schlechter.',
          fix: 'Nichts muss sich ändern. Erwägen Sie, Werkzeuge wegzulassen, die niemand aufruft.',
        },
      },
    },
    es: {
      title: 'El número de herramientas es libre',
      why: 'Ningún número es demasiado alto para figurar. Con varias decenas los modelos eligen peor y la lista llena su contexto.',
      pass: 'El servidor tiene como mucho 30 herramientas.',
      cases: {
        many: {
          message:
            'El servidor tiene {count} herramientas. Está permitido; con más de {many} los modelos eligen peor.',
          fix: 'No hay que cambiar nada. Considere quitar las herramientas que nadie llama.',
        },
      },
    },
  },
  examples: {
    pass: [listed(), listed({ name: 'a' })],
    fail: [listed(...Array.from({ length: MANY + 1 }, (_, index) => ({ name: `a${index}` })))],
  },
})
