import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { descriptionOf } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const LONG_INSTRUCTIONS = 200
const SHORT_DESCRIPTION = 60

export const rule = defineRule({
  id: 'TOOL-27',
  title: 'Guidance stands in the descriptions of the tools',
  why: 'Not every client shows the instructions of a server to the model; every client shows the descriptions.',
  clause: clauses.faqGuidance,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const length = Array.from(tools.instructions ?? '').length
    const lengths = [...objectTools(tools.list)]
      .map((tool) => Array.from(descriptionOf(tool).trim()).length)
      .toSorted((one, other) => one - other)
    const median = lengths[Math.floor(lengths.length / 2)] ?? Infinity
    if (length <= LONG_INSTRUCTIONS || median >= SHORT_DESCRIPTION) return
    yield { case: 'elsewhere', params: { length, median }, excerpt: tools.instructions ?? '' }
  },
  text: {
    en: {
      pass: 'The descriptions of the tools are not outweighed by the instructions of the server.',
      cases: {
        elsewhere: {
          message: 'The instructions have {length} characters, half of the descriptions at most {median}.',
          fix: 'Say in each description when to call the tool and what to give it; some clients leave the instructions out.',
        },
      },
    },
    de: {
      title: 'Anleitung steht in den Beschreibungen der Werkzeuge',
      why: 'Nicht jeder Client zeigt dem Modell die Anweisungen eines Servers; die Beschreibungen zeigt jeder.',
      pass: 'Die Anweisungen des Servers überwiegen die Beschreibungen der Werkzeuge nicht.',
      cases: {
        elsewhere: {
          message:
            'Die Anweisungen haben {length} Zeichen, die Hälfte der Beschreibungen höchstens {median}.',
          fix: 'Sagen Sie in jeder Beschreibung, wann das Werkzeug aufzurufen ist und was es braucht; manche Clients lassen die Anweisungen weg.',
        },
      },
    },
    es: {
      title: 'La guía está en las descripciones de las herramientas',
      why: 'No todos los clientes muestran al modelo las instrucciones de un servidor; las descripciones las muestran todos.',
      pass: 'Las instrucciones del servidor no pesan más que las descripciones de las herramientas.',
      cases: {
        elsewhere: {
          message:
            'Las instrucciones tienen {length} caracteres; la mitad de las descripciones, como mucho {median}.',
          fix: 'Diga en cada descripción cuándo llamar a la herramienta y qué darle; algunos clientes omiten las instrucciones.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed({ name: 'a', description: 'Lists.' }),
      {
        tools: {
          instructions: 'Ask for the project first. '.repeat(20),
          list: listed({ name: 'a', description: 'Lists the open issues of a project. '.repeat(3) }).tools
            .list,
        },
      },
    ],
    fail: [
      {
        tools: {
          instructions: 'Ask for the project first. '.repeat(20),
          list: listed({ name: 'a', description: 'Lists the issues.' }).tools.list,
        },
      },
    ],
  },
})
