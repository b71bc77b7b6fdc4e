import { clauses } from '../clauses.ts'
import { guessTitle, mendedAnnotations } from '../hints.ts'
import { annotationsOf, isObject, objectTools, withoutSchemas, type NamedTool } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-04',
  title: 'Every tool has a title for people',
  why: 'The user reads the title when the client asks whether the tool may run.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const problem = problemOf(tool)
      if (!problem) continue
      yield {
        case: problem,
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name },
        excerpt: withoutSchemas(tool),
        patch: titled(tool),
      }
    }
  },
  text: {
    en: {
      pass: 'Every tool has annotations.title.',
      cases: {
        none: {
          message: 'Tool {tool} has no title.',
          fix: 'Add annotations.title to {tool}. The title below is made from its name; write a better one.',
        },
        'only-tool-title': {
          message: 'Tool {tool} has a title beside its annotations; directories read annotations.title.',
          fix: 'Repeat the title of {tool} in its annotations.',
        },
        'same-as-name': {
          message: 'The title of tool {tool} repeats its name.',
          fix: 'Write a title for {tool} that a person would say.',
        },
      },
    },
    de: {
      title: 'Jedes Werkzeug hat einen Titel für Menschen',
      why: 'Der Nutzer liest den Titel, wenn der Client fragt, ob das Werkzeug laufen darf.',
      pass: 'Jedes Werkzeug hat annotations.title.',
      cases: {
        none: {
          message: 'Das Werkzeug {tool} hat keinen Titel.',
          fix: 'Ergänzen Sie annotations.title bei {tool}. Der Titel unten ist aus dem Namen gebildet; schreiben Sie einen besseren.',
        },
        'only-tool-title': {
          message:
            'Das Werkzeug {tool} hat einen Titel neben seinen annotations; Verzeichnisse lesen annotations.title.',
          fix: 'Wiederholen Sie den Titel von {tool} in seinen annotations.',
        },
        'same-as-name': {
          message: 'Der Titel des Werkzeugs {tool} wiederholt seinen Namen.',
          fix: 'Schreiben Sie für {tool} einen Titel, den ein Mensch sagen würde.',
        },
      },
    },
    es: {
      title: 'Cada herramienta tiene un título para las personas',
      why: 'El usuario lee el título cuando el cliente pregunta si la herramienta puede ejecutarse.',
      pass: 'Cada herramienta tiene annotations.title.',
      cases: {
        none: {
          message: 'La herramienta {tool} no tiene título.',
          fix: 'Añada annotations.title a {tool}. El título de abajo sale de su nombre; escriba uno mejor.',
        },
        'only-tool-title': {
          message:
            'La herramienta {tool} tiene un título junto a sus annotations; los directorios leen annotations.title.',
          fix: 'Repita el título de {tool} en sus annotations.',
        },
        'same-as-name': {
          message: 'El título de la herramienta {tool} repite su nombre.',
          fix: 'Escriba para {tool} un título que diría una persona.',
        },
      },
    },
  },
  examples: {
    pass: [{ tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { title: 'Ask' } } }] } }],
    fail: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { title: ' ' } } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', title: 'Ask' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { title: 'a' } } }] } },
    ],
  },
})

function problemOf(tool: NamedTool): 'none' | 'only-tool-title' | 'same-as-name' | undefined {
  const { title } = annotationsOf(tool)
  if (typeof title === 'string' && title.trim() !== '')
    return title === tool.name ? 'same-as-name' : undefined
  return ownTitle(tool) === undefined ? 'none' : 'only-tool-title'
}

function ownTitle(tool: NamedTool): string | undefined {
  const { title } = tool.raw
  return typeof title === 'string' && title.trim() !== '' ? title : undefined
}

function titled(tool: NamedTool) {
  const { annotations } = mendedAnnotations(tool)
  const title = ownTitle(tool) ?? guessTitle(tool.name)
  return { annotations: { title, ...(isObject(annotations) ? { ...annotations, title } : {}) } }
}
