import { clauses } from '../clauses.ts'
import { mendedAnnotations, readHints } from '../hints.ts'
import { objectTools, withoutSchemas } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-02',
  title: 'Hints stand inside annotations',
  why: 'Clients read hints from annotations only and silently drop a hint that stands anywhere else.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const { misplaced, declared } = readHints(tool)
      if (misplaced.length === 0) continue
      yield {
        case: declared ? 'also-outside' : 'outside',
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name, keys: [...misplaced] },
        excerpt: withoutSchemas(tool),
        patch: mendedAnnotations(tool),
      }
    }
  },
  text: {
    en: {
      pass: 'No hint stands outside annotations.',
      cases: {
        outside: {
          message: 'Tool {tool} states {keys} outside annotations, where no client looks.',
          fix: 'Move {keys} of {tool} into annotations. A value that was missing is guessed from the name.',
        },
        'also-outside': {
          message: 'Tool {tool} has its hint inside annotations, and {keys} outside, where no client looks.',
          fix: 'Delete {keys} beside the annotations of {tool}; this is all that counts.',
        },
      },
    },
    de: {
      title: 'Hinweise stehen in annotations',
      why: 'Clients lesen Hinweise nur aus annotations und lassen einen Hinweis anderswo stillschweigend weg.',
      pass: 'Kein Hinweis steht außerhalb von annotations.',
      cases: {
        outside: {
          message: 'Das Werkzeug {tool} nennt {keys} außerhalb von annotations, wo kein Client nachsieht.',
          fix: 'Verschieben Sie {keys} von {tool} in annotations. Ein fehlender Wert ist aus dem Namen geraten.',
        },
        'also-outside': {
          message:
            'Das Werkzeug {tool} hat seinen Hinweis in annotations und {keys} außerhalb, wo kein Client nachsieht.',
          fix: 'Löschen Sie {keys} neben den annotations von {tool}; nur diese zählen.',
        },
      },
    },
    es: {
      title: 'Las indicaciones están dentro de annotations',
      why: 'Los clientes leen las indicaciones solo en annotations y descartan en silencio las que están en otro lugar.',
      pass: 'Ninguna indicación está fuera de annotations.',
      cases: {
        outside: {
          message: 'La herramienta {tool} pone {keys} fuera de annotations, donde ningún cliente mira.',
          fix: 'Mueva {keys} de {tool} a annotations. Un valor que faltaba se supone por el nombre.',
        },
        'also-outside': {
          message:
            'La herramienta {tool} tiene su indicación en annotations y {keys} fuera, donde ningún cliente mira.',
          fix: 'Borre {keys} junto a las annotations de {tool}; solo estas cuentan.',
        },
      },
    },
  },
  examples: {
    pass: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { readOnlyHint: true } } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a' } }] } },
    ],
    fail: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', readOnlyHint: true } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', readOnlyHint: 'true' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', _meta: { destructiveHint: true } } }] } },
      {
        tools: {
          list: [
            {
              page: 1,
              index: 1,
              raw: { name: 'a', readOnlyHint: true, annotations: { readOnlyHint: true } },
            },
          ],
        },
      },
    ],
  },
})
