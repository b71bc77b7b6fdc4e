import { clauses } from '../clauses.ts'
import { mendedAnnotations, readHints } from '../hints.ts'
import { objectTools, withoutSchemas } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-01',
  title: 'Every tool says whether it reads or changes',
  why: 'A client asks the user before a tool changes something, and knows only from these hints which tools do.',
  clause: clauses.faqTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      if (readHints(tool).mentioned) continue
      yield {
        case: 'none',
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name },
        excerpt: withoutSchemas(tool),
        patch: mendedAnnotations(tool),
      }
    }
  },
  text: {
    en: {
      pass: 'No tool is without readOnlyHint and destructiveHint.',
      cases: {
        none: {
          message: 'Tool {tool} has neither readOnlyHint nor destructiveHint.',
          fix: 'Add one of them to the annotations of {tool}. The values below are guessed from its name; correct them if the tool does something else.',
        },
      },
    },
    de: {
      title: 'Jedes Werkzeug sagt, ob es liest oder ändert',
      why: 'Ein Client fragt den Nutzer, bevor ein Werkzeug etwas ändert, und weiß nur aus diesen Hinweisen, welche das tun.',
      pass: 'Kein Werkzeug ist ohne readOnlyHint und destructiveHint.',
      cases: {
        none: {
          message: 'Das Werkzeug {tool} hat weder readOnlyHint noch destructiveHint.',
          fix: 'Ergänzen Sie einen davon in den annotations von {tool}. Die Werte unten sind aus dem Namen geraten; berichtigen Sie sie, wenn das Werkzeug etwas anderes tut.',
        },
      },
    },
    es: {
      title: 'Cada herramienta dice si lee o cambia',
      why: 'El cliente pregunta al usuario antes de que una herramienta cambie algo, y solo por estas indicaciones sabe cuáles lo hacen.',
      pass: 'Ninguna herramienta carece de readOnlyHint y destructiveHint.',
      cases: {
        none: {
          message: 'La herramienta {tool} no tiene ni readOnlyHint ni destructiveHint.',
          fix: 'Añada una a las annotations de {tool}. Los valores de abajo se suponen por el nombre; corríjalos si la herramienta hace otra cosa.',
        },
      },
    },
  },
  examples: {
    pass: [
      { tools: { list: [] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { readOnlyHint: true } } }] } },
      {
        tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { destructiveHint: false } } }] },
      },
    ],
    fail: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'drop' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'drop', annotations: { title: 'Drop' } } }] } },
      {
        tools: { list: [{ page: 1, index: 1, raw: { name: 'drop', annotations: { openWorldHint: true } } }] },
      },
    ],
  },
})
