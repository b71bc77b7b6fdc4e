import { clauses } from '../clauses.ts'
import type { OddAnswer } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const same = { client: 'example-client', missing: [], extra: [] }
const refused: OddAnswer = { status: 403, body: 'error', code: -32000, excerpt: '' }

export const rule = defineRule({
  id: 'TRN-12',
  title: 'The same tools for every client',
  why: 'A client names itself as it likes; tools that depend on it are not the tools that were reviewed.',
  clause: clauses.mcpLifecycle,
  scope: 'passive',
  needs: ['otherClient'],
  *check({ otherClient: { client, refused: answer, missing, extra } }) {
    if (answer) {
      yield { case: 'refused', params: { client, status: answer.status }, excerpt: answer.excerpt }
      return
    }
    const names = [...missing, ...extra]
    if (names.length > 0) yield { case: 'differs', params: { client, names }, excerpt: names }
  },
  text: {
    en: {
      pass: 'A client with another name sees the same tools.',
      cases: {
        refused: {
          message: 'A client that calls itself "{client}" gets no list of tools (HTTP {status}).',
          fix: 'Serve every client; a name that anybody can state protects nothing.',
        },
        differs: {
          message: 'A client that calls itself "{client}" sees other tools; the difference: {names}.',
          fix: 'Offer the same tools whatever a client calls itself; decide by capabilities or by login.',
        },
      },
    },
    de: {
      title: 'Dieselben Werkzeuge für jeden Client',
      why: 'Ein Client nennt sich, wie er will; Werkzeuge, die davon abhängen, sind nicht die geprüften.',
      pass: 'Ein Client mit anderem Namen sieht dieselben Werkzeuge.',
      cases: {
        refused: {
          message: 'Ein Client, der sich „{client}“ nennt, erhält keine Liste der Werkzeuge (HTTP {status}).',
          fix: 'Bedienen Sie jeden Client; ein Name, den jeder angeben kann, schützt nichts.',
        },
        differs: {
          message: 'Ein Client, der sich „{client}“ nennt, sieht andere Werkzeuge; der Unterschied: {names}.',
          fix: 'Bieten Sie dieselben Werkzeuge an, wie immer ein Client sich nennt; entscheiden Sie nach Fähigkeiten oder Anmeldung.',
        },
      },
    },
    es: {
      title: 'Las mismas herramientas para todo cliente',
      why: 'Un cliente se llama como quiere; las herramientas que dependen de ello no son las revisadas.',
      pass: 'Un cliente con otro nombre ve las mismas herramientas.',
      cases: {
        refused: {
          message: 'Un cliente que se llama «{client}» no recibe la lista de herramientas (HTTP {status}).',
          fix: 'Atienda a todo cliente; un nombre que cualquiera puede dar no protege nada.',
        },
        differs: {
          message: 'Un cliente que se llama «{client}» ve otras herramientas; la diferencia: {names}.',
          fix: 'Ofrezca las mismas herramientas se llame como se llame el cliente; decida por capacidades o por inicio de sesión.',
        },
      },
    },
  },
  examples: {
    pass: [{ otherClient: same }],
    fail: [
      { otherClient: { ...same, refused } },
      { otherClient: { ...same, missing: ['list_notes'], extra: ['upgrade'] } },
    ],
  },
})
