import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { descriptionOf } from '../parameters.ts'
import { isObject, objectTools, type NamedTool } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const forWidgets =
  /\b(only|solely|exclusively|internally|internal)\b[^.\n]{0,60}\b(widget|iframe|ui component|embedded (ui|view|app)|the (ui|app) (view|itself))|\b(widget|iframe|ui|app)[ -]only\b|\bnot (intended|meant) (for|to be (called|used) by) (the )?(model|llm|assistant)/i

export const rule = defineRule({
  id: 'TOOL-30',
  title: 'Tools that only a widget calls are hidden from the model',
  why: 'A helper of a user interface takes room in the list and is called by the model at the wrong time.',
  clause: clauses.mcpApps,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      if (!forWidgets.test(descriptionOf(tool).slice(0, 5000)) || !isShownToModel(tool)) continue
      yield {
        case: 'shown',
        outcome: 'needs-human',
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name },
        excerpt: { description: descriptionOf(tool), _meta: tool.raw['_meta'] ?? null },
        patch: { _meta: { ui: { visibility: ['app'] } } },
      }
    }
  },
  text: {
    en: {
      pass: 'No tool that speaks of being for a widget only is shown to the model.',
      cases: {
        shown: {
          message: 'Tool {tool} says that only a widget calls it, and the model sees it too.',
          fix: 'Set _meta.ui.visibility of {tool} to ["app"].',
        },
      },
    },
    de: {
      title: 'Werkzeuge, die nur ein Widget aufruft, sieht das Modell nicht',
      why: 'Ein Helfer einer Oberfläche nimmt Platz in der Liste ein und wird vom Modell zur falschen Zeit aufgerufen.',
      pass: 'Kein Werkzeug, das nach eigener Aussage nur für ein Widget da ist, wird dem Modell gezeigt.',
      cases: {
        shown: {
          message: 'Das Werkzeug {tool} sagt, dass nur ein Widget es aufruft, und das Modell sieht es auch.',
          fix: 'Setzen Sie _meta.ui.visibility von {tool} auf ["app"].',
        },
      },
    },
    es: {
      title: 'Las herramientas que solo llama un widget no las ve el modelo',
      why: 'Una ayuda de una interfaz ocupa sitio en la lista y el modelo la llama a destiempo.',
      pass: 'Ninguna herramienta que dice ser solo para un widget se muestra al modelo.',
      cases: {
        shown: {
          message: 'La herramienta {tool} dice que solo la llama un widget, y el modelo también la ve.',
          fix: 'Ponga _meta.ui.visibility de {tool} en ["app"].',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', description: 'Lists the widgets of a page.' },
        {
          name: 'b',
          description: 'Used only by the widget to fetch a page.',
          _meta: { ui: { visibility: ['app'] } },
        },
      ),
    ],
    fail: [listed({ name: 'a', description: 'Used only by the widget to fetch a page.' })],
  },
})

function isShownToModel({ raw }: NamedTool): boolean {
  const { _meta } = raw
  const ui = isObject(_meta) ? _meta['ui'] : undefined
  const visibility = isObject(ui) ? ui['visibility'] : undefined
  return !Array.isArray(visibility) || visibility.includes('model')
}
