import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const MOST = 2048

/** Also known as: length of the server's instructions. */
export const rule = defineRule({
  id: 'LIM-08',
  title: 'Instructions are short',
  why: 'Clients cut the instructions of a server after about two thousand characters; the rest is never read.',
  clause: clauses.faqGuidance,
  scope: 'passive',
  needs: ['instructions'],
  *check({ instructions: { text = '' } }) {
    const characters = Array.from(text).length
    if (characters <= MOST) return
    yield {
      case: 'long',
      at: 'instructions',
      params: { characters, most: MOST },
      excerpt: text.slice(0, 300),
    }
  },
  text: {
    en: {
      pass: 'The server gives no instructions, or at most 2,048 characters of them.',
      cases: {
        long: {
          message:
            'The instructions of the server have {characters} characters; clients may cut them after {most}.',
          fix: 'Put first what matters most, move guidance into the descriptions of the tools, and stay below {most} characters.',
        },
      },
    },
    de: {
      title: 'Anleitungen sind kurz',
      why: 'Clients kürzen die Anleitung eines Servers nach etwa zweitausend Zeichen; der Rest wird nie gelesen.',
      pass: 'Der Server gibt keine Anleitung oder höchstens 2.048 Zeichen davon.',
      cases: {
        long: {
          message:
            'Die Anleitung des Servers hat {characters} Zeichen; Clients können sie nach {most} abschneiden.',
          fix: 'Stellen Sie das Wichtigste voran, verlegen Sie Hinweise in die Beschreibungen der Werkzeuge und bleiben Sie unter {most} Zeichen.',
        },
      },
    },
    es: {
      title: 'Las instrucciones son breves',
      why: 'Los clientes cortan las instrucciones de un servidor tras unos dos mil caracteres; el resto no se lee nunca.',
      pass: 'El servidor no da instrucciones, o como mucho 2.048 caracteres.',
      cases: {
        long: {
          message:
            'Las instrucciones del servidor tienen {characters} caracteres; los clientes pueden cortarlas tras {most}.',
          fix: 'Ponga primero lo más importante, lleve las indicaciones a las descripciones de las herramientas y no pase de {most} caracteres.',
        },
      },
    },
  },
  examples: {
    pass: [
      { instructions: {} },
      { instructions: { text: 'Ask for a city before you ask for its weather.' } },
    ],
    fail: [{ instructions: { text: 'a'.repeat(MOST + 1) } }],
  },
})
