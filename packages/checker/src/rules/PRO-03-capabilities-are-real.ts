import { clauses } from '../clauses.ts'
import type { ProbeAnswer } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: advertised capabilities work, and only they. */
export const rule = defineRule({
  id: 'PRO-03',
  title: 'What the server announces works, and nothing else is there',
  why: 'Clients ask for what was announced and for nothing more: a list that was not announced is never seen.',
  clause: clauses.mcpLifecycle,
  scope: 'passive',
  needs: ['announced'],
  *check({ announced }) {
    const named = new Set<string>()
    for (const answer of announced.answers) {
      const { probe: method, era, status, code, excerpt } = answer
      const found = faultOf(answer)
      // A server of both eras has the fault once.
      if (!found || named.has(`${found} ${method}`)) continue
      named.add(`${found} ${method}`)
      const params = { method, capability: capabilityOf(method), status, code: code ?? '-' }
      yield { case: found, at: method, signal: era, params, excerpt }
    }
  },
  text: {
    en: {
      pass: 'Every announced list answers, and what is not announced answers -32601.',
      cases: {
        missing: {
          message: 'The server announces {capability}, and {method} does not exist (error {code}).',
          fix: 'Serve {method}, or leave {capability} out of the capabilities.',
        },
        broken: {
          message:
            'The server announces {capability}, and {method} gives no list (HTTP {status}, error {code}).',
          fix: 'Answer {method} with a result that holds the list, empty where there is nothing.',
        },
        'no-templates': {
          message: 'The server announces resources, and resources/templates/list does not exist.',
          fix: 'Answer resources/templates/list with an empty list; some clients ask for it with the resources.',
        },
        'hidden-tools': {
          message: 'The server has tools and does not announce them: clients will not ask for them.',
          fix: 'Add "tools": {} to the capabilities.',
        },
        unannounced: {
          message: '{method} works, and {capability} is not announced: clients will not ask for it.',
          fix: 'Announce {capability}, or answer {method} with error -32601.',
        },
        'other-code': {
          message: '{method} is not announced and answers HTTP {status}, error {code}, instead of -32601.',
          fix: 'Answer methods that you do not have with error -32601.',
        },
      },
    },
    de: {
      title: 'Was der Server ankündigt, geht, und sonst nichts',
      why: 'Clients fragen nach dem, was angekündigt ist, und nach nichts weiter: Eine nicht angekündigte Liste sieht niemand.',
      pass: 'Jede angekündigte Liste antwortet, und was nicht angekündigt ist, antwortet mit -32601.',
      cases: {
        missing: {
          message: 'Der Server kündigt {capability} an, und {method} gibt es nicht (Fehler {code}).',
          fix: 'Bieten Sie {method} an, oder lassen Sie {capability} aus den capabilities weg.',
        },
        broken: {
          message:
            'Der Server kündigt {capability} an, und {method} liefert keine Liste (HTTP {status}, Fehler {code}).',
          fix: 'Antworten Sie auf {method} mit einem Ergebnis, das die Liste enthält, leer, wo nichts ist.',
        },
        'no-templates': {
          message: 'Der Server kündigt resources an, und resources/templates/list gibt es nicht.',
          fix: 'Antworten Sie auf resources/templates/list mit einer leeren Liste; manche Clients fragen beides zusammen ab.',
        },
        'hidden-tools': {
          message: 'Der Server hat Werkzeuge und kündigt sie nicht an: Clients fragen nicht danach.',
          fix: 'Ergänzen Sie "tools": {} in den capabilities.',
        },
        unannounced: {
          message: '{method} geht, und {capability} ist nicht angekündigt: Clients fragen nicht danach.',
          fix: 'Kündigen Sie {capability} an, oder antworten Sie auf {method} mit Fehler -32601.',
        },
        'other-code': {
          message:
            '{method} ist nicht angekündigt und antwortet mit HTTP {status}, Fehler {code}, statt mit -32601.',
          fix: 'Antworten Sie auf Methoden, die Sie nicht haben, mit Fehler -32601.',
        },
      },
    },
    es: {
      title: 'Lo que el servidor anuncia funciona, y no hay nada más',
      why: 'Los clientes piden lo anunciado y nada más: una lista que no se anuncia no la ve nadie.',
      pass: 'Toda lista anunciada responde, y lo no anunciado responde -32601.',
      cases: {
        missing: {
          message: 'El servidor anuncia {capability} y {method} no existe (error {code}).',
          fix: 'Ofrezca {method} o quite {capability} de las capacidades.',
        },
        broken: {
          message:
            'El servidor anuncia {capability} y {method} no da ninguna lista (HTTP {status}, error {code}).',
          fix: 'Responda a {method} con un resultado que contenga la lista, vacía si no hay nada.',
        },
        'no-templates': {
          message: 'El servidor anuncia resources y resources/templates/list no existe.',
          fix: 'Responda a resources/templates/list con una lista vacía; algunos clientes piden las dos a la vez.',
        },
        'hidden-tools': {
          message: 'El servidor tiene herramientas y no las anuncia: los clientes no las pedirán.',
          fix: 'Añada "tools": {} a las capacidades.',
        },
        unannounced: {
          message: '{method} funciona y {capability} no se anuncia: los clientes no lo pedirán.',
          fix: 'Anuncie {capability} o responda a {method} con el error -32601.',
        },
        'other-code': {
          message: '{method} no se anuncia y responde HTTP {status}, error {code}, en vez de -32601.',
          fix: 'Responda con el error -32601 a los métodos que no tiene.',
        },
      },
    },
  },
  examples: {
    pass: [
      said({ probe: 'tools/list', announced: true, outcome: 'result', list: true, entries: 3 }),
      said({ probe: 'prompts/list', announced: false, outcome: 'error', code: -32601 }),
      // A completion is asked for one argument; that the server does not complete this one is no fault.
      said({ probe: 'completion/complete', announced: true, outcome: 'error', code: -32602 }),
    ],
    fail: [
      said({ probe: 'prompts/list', announced: true, outcome: 'error', code: -32601 }),
      said({ probe: 'resources/list', announced: true, outcome: 'result', list: false }),
      said({ probe: 'resources/templates/list', announced: true, outcome: 'error', code: -32601 }),
      said({ probe: 'tools/list', announced: false, outcome: 'result', list: true, entries: 3 }),
      said({ probe: 'prompts/list', announced: false, outcome: 'result', list: true, entries: 0 }),
      said({ probe: 'prompts/list', announced: false, outcome: 'error', code: -32000 }),
    ],
  },
})

const capabilities: Readonly<Record<string, string>> = {
  'tools/list': 'tools',
  'prompts/list': 'prompts',
  'resources/list': 'resources',
  'resources/templates/list': 'resources',
  'completion/complete': 'completions',
}

function capabilityOf(method: string): string {
  return capabilities[method] ?? method
}

function faultOf({ probe, announced, outcome, code, list, entries = 0 }: ProbeAnswer): string | undefined {
  if (announced === true) {
    if (outcome === 'result' && list === true) return undefined
    if (code === -32601) return probe === 'resources/templates/list' ? 'no-templates' : 'missing'
    return probe === 'completion/complete' && outcome === 'error' ? undefined : 'broken'
  }
  if (outcome === 'result') return probe === 'tools/list' && entries > 0 ? 'hidden-tools' : 'unannounced'
  return code === -32601 ? undefined : 'other-code'
}

function said(answer: Omit<ProbeAnswer, 'era' | 'status' | 'excerpt'>) {
  return { announced: { answers: [{ ...answer, era: 'legacy', status: 200, excerpt: '' }] } } as const
}
