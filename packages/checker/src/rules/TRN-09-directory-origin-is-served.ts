import { clauses } from '../clauses.ts'
import type { CrossAnswer, OriginFacts } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const answer: CrossAnswer = { status: 200, body: 'result', excerpt: '', allowCredentials: false }
const foreign = { origin: 'https://attacker.example' }
const origin = 'https://directory.example'

const from = (own: CrossAnswer): { origins: OriginFacts } => ({
  origins: { own: { origin, answer: own }, foreign },
})

export const rule = defineRule({
  id: 'TRN-09',
  title: 'The check of the Origin header lets the directory in',
  why: 'A client of the directory that runs in a page sends its origin; a list without it shuts everybody out.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['origins'],
  *check({ origins: { own } }) {
    const { answer: heard } = own
    if (!heard) {
      yield { outcome: 'could-not-look', because: 'no-answer', params: { origin: own.origin } }
      return
    }
    if (heard.body === 'result') return
    const { status, excerpt } = heard
    yield { case: 'refused', params: { origin: own.origin, status }, excerpt }
  },
  text: {
    en: {
      pass: 'A conversation opens without an Origin header and with the origin of the directory.',
      cases: {
        refused: {
          message:
            'Without an Origin header the server opens a conversation; with {origin} it answers HTTP {status}.',
          fix: 'Put {origin} on the list of allowed origins.',
        },
      },
    },
    de: {
      title: 'Die Prüfung des Origin-Headers lässt das Verzeichnis ein',
      why: 'Ein Client des Verzeichnisses, der in einer Seite läuft, sendet deren Herkunft; eine Liste ohne sie sperrt alle aus.',
      pass: 'Ein Gespräch beginnt ohne Origin-Header und mit der Herkunft des Verzeichnisses.',
      cases: {
        refused: {
          message:
            'Ohne Origin-Header öffnet der Server ein Gespräch; mit {origin} antwortet er HTTP {status}.',
          fix: 'Nehmen Sie {origin} in die Liste der erlaubten Herkünfte auf.',
        },
      },
    },
    es: {
      title: 'El control de la cabecera Origin deja entrar al directorio',
      why: 'Un cliente del directorio que corre en una página envía su origen; una lista sin él deja fuera a todos.',
      pass: 'Se abre una conversación sin cabecera Origin y con el origen del directorio.',
      cases: {
        refused: {
          message:
            'Sin cabecera Origin el servidor abre una conversación; con {origin} responde HTTP {status}.',
          fix: 'Ponga {origin} en la lista de orígenes permitidos.',
        },
      },
    },
  },
  examples: {
    pass: [from(answer)],
    fail: [from({ ...answer, status: 403, body: 'error' })],
  },
})
