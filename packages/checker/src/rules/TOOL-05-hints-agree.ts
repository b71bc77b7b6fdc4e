import { clauses } from '../clauses.ts'
import { annotationsOf, objectTools, withoutSchemas } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-05',
  title: 'Hints do not contradict each other',
  why: 'A tool that only reads cannot destroy; a client cannot know which of the two hints to believe.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const { readOnlyHint, destructiveHint } = annotationsOf(tool)
      if (readOnlyHint !== true || destructiveHint !== true) continue
      yield {
        case: 'both',
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name },
        excerpt: withoutSchemas(tool),
      }
    }
  },
  text: {
    en: {
      pass: 'No tool is called read-only and destructive at once.',
      cases: {
        both: {
          message: 'Tool {tool} is called read-only and destructive at once.',
          fix: 'Decide: readOnlyHint true when {tool} changes nothing, else destructiveHint true when it changes or deletes what exists.',
        },
      },
    },
    de: {
      title: 'Hinweise widersprechen sich nicht',
      why: 'Ein Werkzeug, das nur liest, kann nichts zerstören; ein Client weiß nicht, welchem Hinweis er glauben soll.',
      pass: 'Kein Werkzeug heißt zugleich nur lesend und zerstörend.',
      cases: {
        both: {
          message: 'Das Werkzeug {tool} heißt zugleich nur lesend und zerstörend.',
          fix: 'Entscheiden Sie: readOnlyHint true, wenn {tool} nichts ändert, sonst destructiveHint true, wenn es Bestehendes ändert oder löscht.',
        },
      },
    },
    es: {
      title: 'Las indicaciones no se contradicen',
      why: 'Una herramienta que solo lee no puede destruir; el cliente no sabe a cuál de las dos creer.',
      pass: 'Ninguna herramienta se declara de solo lectura y destructiva a la vez.',
      cases: {
        both: {
          message: 'La herramienta {tool} se declara de solo lectura y destructiva a la vez.',
          fix: 'Decida: readOnlyHint true si {tool} no cambia nada; si no, destructiveHint true cuando cambia o borra lo que existe.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        tools: {
          list: [
            {
              page: 1,
              index: 1,
              raw: { name: 'a', annotations: { readOnlyHint: true, destructiveHint: false } },
            },
            {
              page: 1,
              index: 2,
              raw: { name: 'b', annotations: { readOnlyHint: false, destructiveHint: false } },
            },
          ],
        },
      },
    ],
    fail: [
      {
        tools: {
          list: [
            {
              page: 1,
              index: 1,
              raw: { name: 'a', annotations: { readOnlyHint: true, destructiveHint: true } },
            },
          ],
        },
      },
    ],
  },
})
