import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

/** Also known as: two lists are equal; the list does not vary per connection. */
export const rule = defineRule({
  id: 'PRO-06',
  title: 'The list of tools is the same each time',
  why: 'A list that changes from one connection to the next cannot be reviewed, and clients cannot keep it.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['secondList'],
  *check({ secondList: { sameOrder, added, removed, changed, compared } }) {
    const differing = [...added, ...removed, ...changed]
    if (differing.length > 0) {
      const excerpt = { added: [...added], removed: [...removed], changed: [...changed] }
      const params = { count: differing.length, tools: differing.slice(0, 5), compared }
      yield { case: 'differs', params, excerpt }
    } else if (!sameOrder) yield { case: 'order', params: { compared } }
  },
  text: {
    en: {
      pass: 'Two conversations were given the same list of tools.',
      cases: {
        differs: {
          message:
            'Two conversations a moment apart were given different lists: {count} tools differ ({tools}).',
          fix: 'Give every caller with the same rights the same tools, with the same texts and schemas.',
        },
        order: {
          message: 'Two conversations were given the same {compared} tools in another order.',
          fix: 'Send the tools in a fixed order; caches of prompts depend on it.',
        },
      },
    },
    de: {
      title: 'Die Liste der Werkzeuge ist jedes Mal dieselbe',
      why: 'Eine Liste, die von Verbindung zu Verbindung wechselt, lässt sich nicht begutachten und nicht aufbewahren.',
      pass: 'Zwei Gespräche bekamen dieselbe Liste der Werkzeuge.',
      cases: {
        differs: {
          message:
            'Zwei Gespräche kurz nacheinander bekamen verschiedene Listen: {count} Werkzeuge weichen ab ({tools}).',
          fix: 'Geben Sie allen mit gleichen Rechten dieselben Werkzeuge, mit denselben Texten und Schemas.',
        },
        order: {
          message: 'Zwei Gespräche bekamen dieselben {compared} Werkzeuge in anderer Reihenfolge.',
          fix: 'Senden Sie die Werkzeuge in fester Reihenfolge; zwischengespeicherte Prompts hängen daran.',
        },
      },
    },
    es: {
      title: 'La lista de herramientas es siempre la misma',
      why: 'Una lista que cambia de una conexión a otra no se puede revisar ni guardar.',
      pass: 'Dos conversaciones recibieron la misma lista de herramientas.',
      cases: {
        differs: {
          message:
            'Dos conversaciones seguidas recibieron listas distintas: difieren {count} herramientas ({tools}).',
          fix: 'Dé a quienes tienen los mismos derechos las mismas herramientas, con los mismos textos y esquemas.',
        },
        order: {
          message: 'Dos conversaciones recibieron las mismas {compared} herramientas en otro orden.',
          fix: 'Envíe las herramientas en un orden fijo; de él dependen los prompts en caché.',
        },
      },
    },
  },
  examples: {
    pass: [{ secondList: { compared: 2, sameOrder: true, added: [], removed: [], changed: [] } }],
    fail: [
      { secondList: { compared: 2, sameOrder: false, added: ['b'], removed: ['a'], changed: [] } },
      { secondList: { compared: 2, sameOrder: false, added: [], removed: [], changed: [] } },
    ],
  },
})
