import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { annotationsOf, objectTools, withoutSchemas } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-06',
  title: 'Tools that write state both hints',
  why: 'A hint that is missing has a default: not read-only, destructive. Clients then warn more than needed.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const annotations = annotationsOf(tool)
      const { readOnlyHint, destructiveHint } = annotations
      const about = {
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name },
        excerpt: withoutSchemas(tool),
      }
      if (readOnlyHint === false && destructiveHint === undefined) {
        const patch = { annotations: { ...annotations, destructiveHint: true } }
        yield { case: 'no-destructive', ...about, patch }
      } else if (typeof destructiveHint === 'boolean' && readOnlyHint === undefined) {
        yield {
          case: 'no-read-only',
          ...about,
          patch: { annotations: { ...annotations, readOnlyHint: false } },
        }
      }
    }
  },
  text: {
    en: {
      pass: 'Every tool that writes states readOnlyHint and destructiveHint.',
      cases: {
        'no-destructive': {
          message:
            'Tool {tool} writes and does not say whether it destroys; without the hint it counts as destructive.',
          fix: 'Add destructiveHint to {tool}: false when it only adds, true when it changes or deletes what exists.',
        },
        'no-read-only': {
          message: 'Tool {tool} has destructiveHint and no readOnlyHint.',
          fix: 'Add readOnlyHint to {tool}: false when it writes.',
        },
      },
    },
    de: {
      title: 'Schreibende Werkzeuge nennen beide Hinweise',
      why: 'Ein fehlender Hinweis hat einen Vorgabewert: nicht nur lesend, zerstörend. Clients warnen dann öfter als nötig.',
      pass: 'Jedes schreibende Werkzeug nennt readOnlyHint und destructiveHint.',
      cases: {
        'no-destructive': {
          message:
            'Das Werkzeug {tool} schreibt und sagt nicht, ob es zerstört; ohne den Hinweis gilt es als zerstörend.',
          fix: 'Ergänzen Sie destructiveHint bei {tool}: false, wenn es nur hinzufügt, true, wenn es Bestehendes ändert oder löscht.',
        },
        'no-read-only': {
          message: 'Das Werkzeug {tool} hat destructiveHint und keinen readOnlyHint.',
          fix: 'Ergänzen Sie readOnlyHint bei {tool}: false, wenn es schreibt.',
        },
      },
    },
    es: {
      title: 'Las herramientas que escriben declaran ambas indicaciones',
      why: 'Una indicación ausente tiene un valor por defecto: no solo lectura, destructiva. Los clientes avisan entonces de más.',
      pass: 'Toda herramienta que escribe declara readOnlyHint y destructiveHint.',
      cases: {
        'no-destructive': {
          message:
            'La herramienta {tool} escribe y no dice si destruye; sin la indicación se considera destructiva.',
          fix: 'Añada destructiveHint a {tool}: false si solo agrega, true si cambia o borra lo que existe.',
        },
        'no-read-only': {
          message: 'La herramienta {tool} tiene destructiveHint y no tiene readOnlyHint.',
          fix: 'Añada readOnlyHint a {tool}: false si escribe.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', annotations: { readOnlyHint: true } },
        { name: 'b', annotations: { readOnlyHint: false, destructiveHint: false } },
        { name: 'c' },
      ),
    ],
    fail: [
      listed({ name: 'a', annotations: { readOnlyHint: false } }),
      listed({ name: 'a', annotations: { destructiveHint: false } }),
    ],
  },
})
