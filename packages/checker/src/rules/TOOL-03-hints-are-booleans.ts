import { clauses } from '../clauses.ts'
import { mendedAnnotations, readHints } from '../hints.ts'
import { objectTools, withoutSchemas } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-03',
  title: 'Hints are true or false',
  why: 'One hint that is text makes typed clients refuse the whole tool list.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const { wrongType } = readHints(tool)
      if (wrongType.length === 0) continue
      yield {
        case: 'not-boolean',
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name, keys: [...wrongType] },
        excerpt: withoutSchemas(tool),
        patch: mendedAnnotations(tool),
      }
    }
  },
  text: {
    en: {
      pass: 'Every hint inside annotations is a boolean.',
      cases: {
        'not-boolean': {
          message: 'Tool {tool}: {keys} is not a boolean.',
          fix: 'Send {keys} of {tool} as true or false, without quotes. What could not be read is guessed from the name.',
        },
      },
    },
    de: {
      title: 'Hinweise sind wahr oder falsch',
      why: 'Ein einziger Hinweis als Text lässt typisierte Clients die ganze Liste ablehnen.',
      pass: 'Jeder Hinweis in annotations ist ein Wahrheitswert.',
      cases: {
        'not-boolean': {
          message: 'Werkzeug {tool}: {keys} ist kein Wahrheitswert.',
          fix: 'Senden Sie {keys} von {tool} als true oder false ohne Anführungszeichen. Was nicht lesbar war, ist aus dem Namen geraten.',
        },
      },
    },
    es: {
      title: 'Las indicaciones son verdadero o falso',
      why: 'Una sola indicación en forma de texto hace que los clientes tipados rechacen toda la lista.',
      pass: 'Toda indicación en annotations es un booleano.',
      cases: {
        'not-boolean': {
          message: 'Herramienta {tool}: {keys} no es un booleano.',
          fix: 'Envíe {keys} de {tool} como true o false, sin comillas. Lo que no se pudo leer se supone por el nombre.',
        },
      },
    },
  },
  examples: {
    pass: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { readOnlyHint: false } } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', readOnlyHint: 'true' } }] } },
    ],
    fail: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { readOnlyHint: 'true' } } }] } },
      {
        tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { destructiveHint: null } } }] },
      },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { openWorldHint: 1 } } }] } },
    ],
  },
})
