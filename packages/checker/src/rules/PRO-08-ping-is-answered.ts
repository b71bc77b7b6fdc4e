import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

/** Also known as: ping. Versions since 2026-07-28 have none. */
export const rule = defineRule({
  id: 'PRO-08',
  title: 'ping is answered',
  why: 'Clients of the versions before 2026-07-28 ask with ping whether the server is still there, and leave when it is not.',
  clause: clauses.mcpPing,
  scope: 'passive',
  needs: ['ping'],
  *check({ ping }) {
    for (const { outcome, status, code, excerpt } of ping.answers) {
      if (outcome !== 'result') yield { case: 'refused', params: { status, code: code ?? '-' }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'ping is answered with a result.',
      cases: {
        refused: {
          message: 'ping is answered with HTTP {status}, error {code}.',
          fix: 'Answer ping with the empty result {}, whatever the capabilities are.',
        },
      },
    },
    de: {
      title: 'ping wird beantwortet',
      why: 'Clients der Versionen vor 2026-07-28 fragen mit ping, ob der Server noch da ist, und gehen sonst.',
      pass: 'ping wird mit einem Ergebnis beantwortet.',
      cases: {
        refused: {
          message: 'ping wird mit HTTP {status}, Fehler {code} beantwortet.',
          fix: 'Antworten Sie auf ping mit dem leeren Ergebnis {}, gleich welche capabilities es gibt.',
        },
      },
    },
    es: {
      title: 'Se responde a ping',
      why: 'Los clientes de versiones anteriores a 2026-07-28 preguntan con ping si el servidor sigue ahí; si no, se van.',
      pass: 'ping recibe un resultado.',
      cases: {
        refused: {
          message: 'ping recibe HTTP {status}, error {code}.',
          fix: 'Responda a ping con el resultado vacío {}, sean cuales sean las capacidades.',
        },
      },
    },
  },
  examples: {
    pass: [
      { ping: { answers: [{ probe: 'ping', era: 'legacy', status: 200, outcome: 'result', excerpt: '' }] } },
    ],
    fail: [
      {
        ping: {
          answers: [
            { probe: 'ping', era: 'legacy', status: 200, outcome: 'error', code: -32601, excerpt: '' },
          ],
        },
      },
    ],
  },
})
