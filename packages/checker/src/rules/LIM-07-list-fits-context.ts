import { clauses } from '../clauses.ts'
import { sizeOf } from '../evidence/server-facts.ts'
import { listed } from '../listed.ts'
import { defineRule } from '../rule.ts'

const MANY = 10_000
const TOO_MANY = 25_000

/** Also known as: tokens of tools/list. */
export const rule = defineRule({
  id: 'LIM-07',
  title: 'The list of tools leaves room for the conversation',
  why: 'Clients put the whole list before every conversation; what it takes is missing for the task.',
  clause: clauses.policyTokens,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const { estimatedTokens: tokens, bytes, characters } = sizeOf(tools)
    if (tokens <= MANY) return
    const params = { tokens, bytes, characters, count: tools.list.length, most: TOO_MANY }
    yield { case: tokens > TOO_MANY ? 'too-long' : 'long', params }
  },
  text: {
    en: {
      pass: 'The list of tools takes at most about 10,000 tokens.',
      cases: {
        'too-long': {
          message:
            'The list of {count} tools takes about {tokens} tokens (estimated; {bytes} bytes, {characters} characters); that is more than {most}.',
          fix: 'Shorten the longest descriptions and schemas, leave out tools that nobody calls, or split the server.',
        },
        long: {
          message:
            'The list of {count} tools takes about {tokens} tokens (estimated; {bytes} bytes, {characters} characters).',
          fix: 'Nothing must change below {most}. Consider shortening the longest descriptions and schemas.',
        },
      },
    },
    de: {
      title: 'Die Werkzeugliste lässt Platz für die Unterhaltung',
      why: 'Clients stellen die ganze Liste vor jede Unterhaltung; was sie braucht, fehlt der Aufgabe.',
      pass: 'Die Werkzeugliste braucht höchstens etwa 10.000 Token.',
      cases: {
        'too-long': {
          message:
            'Die Liste der {count} Werkzeuge braucht etwa {tokens} Token (geschätzt; {bytes} Bytes, {characters} Zeichen); das sind mehr als {most}.',
          fix: 'Kürzen Sie die längsten Beschreibungen und Schemas, lassen Sie Werkzeuge weg, die niemand aufruft, oder teilen Sie den Server.',
        },
        long: {
          message:
            'Die Liste der {count} Werkzeuge braucht etwa {tokens} Token (geschätzt; {bytes} Bytes, {characters} Zeichen).',
          fix: 'Unter {most} muss sich nichts ändern. Erwägen Sie, die längsten Beschreibungen und Schemas zu kürzen.',
        },
      },
    },
    es: {
      title: 'La lista de herramientas deja sitio a la conversación',
      why: 'Los clientes ponen la lista entera antes de cada conversación; lo que ocupa le falta a la tarea.',
      pass: 'La lista de herramientas ocupa como mucho unos 10.000 tokens.',
      cases: {
        'too-long': {
          message:
            'La lista de {count} herramientas ocupa unos {tokens} tokens (estimados; {bytes} bytes, {characters} caracteres), más de {most}.',
          fix: 'Acorte las descripciones y los esquemas más largos, quite las herramientas que nadie llama o divida el servidor.',
        },
        long: {
          message:
            'La lista de {count} herramientas ocupa unos {tokens} tokens (estimados; {bytes} bytes, {characters} caracteres).',
          fix: 'Por debajo de {most} no hay que cambiar nada. Considere acortar las descripciones y los esquemas más largos.',
        },
      },
    },
  },
  examples: {
    pass: [listed({ name: 'a', description: 'Short.' }), listed(...sized(20, 300))],
    fail: [listed(...sized(100, 2000)), listed(...sized(100, 800))],
  },
})

/** Tools whose descriptions have that many characters of ordinary text. */
function sized(count: number, characters: number) {
  const description = 'Finds the pages of the handbook that speak of a subject. '
    .repeat(40)
    .slice(0, characters)
  return Array.from({ length: count }, (_, index) => ({ name: `find_${index}`, description }))
}
