import { clauses } from '../clauses.ts'
import type { OddAnswer } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const fine: OddAnswer = { status: 405, body: 'empty', excerpt: '' }

export const rule = defineRule({
  id: 'TRN-07',
  title: 'HEAD and a plain GET do no harm',
  why: 'Monitors, link checkers and browsers send them; a server error for each hides the real ones.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['bareMethods'],
  *check({ bareMethods }) {
    for (const [method, answer] of Object.entries(bareMethods) as [string, OddAnswer | undefined][]) {
      if (answer === undefined || answer.status < 500) continue
      const { status, excerpt } = answer
      const signal = method
      yield { case: 'server-error', signal, params: { method: method.toUpperCase(), status }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'HEAD and a plain GET are answered without a server error.',
      cases: {
        'server-error': {
          message: '{method} is answered with HTTP {status}.',
          fix: 'Answer {method} with 405 (Method Not Allowed) where the endpoint does not use it.',
        },
      },
    },
    de: {
      title: 'HEAD und ein einfaches GET richten nichts an',
      why: 'Überwachung, Linkprüfer und Browser senden sie; ein Serverfehler bei jedem verdeckt die echten.',
      pass: 'HEAD und ein einfaches GET werden ohne Serverfehler beantwortet.',
      cases: {
        'server-error': {
          message: '{method} wird mit HTTP {status} beantwortet.',
          fix: 'Antworten Sie auf {method} mit 405 (Method Not Allowed), wo der Endpunkt es nicht nutzt.',
        },
      },
    },
    es: {
      title: 'HEAD y un GET simple no causan daño',
      why: 'Los envían monitores, comprobadores de enlaces y navegadores; un error del servidor en cada uno oculta los verdaderos.',
      pass: 'HEAD y un GET simple se responden sin error del servidor.',
      cases: {
        'server-error': {
          message: '{method} recibe HTTP {status}.',
          fix: 'Responda a {method} con 405 (Method Not Allowed) donde el endpoint no lo use.',
        },
      },
    },
  },
  examples: {
    pass: [{ bareMethods: { head: fine, get: { ...fine, status: 401 } } }],
    fail: [{ bareMethods: { head: { ...fine, status: 500 }, get: { ...fine, status: 502 } } }],
  },
})
