import { clauses } from '../clauses.ts'
import type { Json } from '../evidence/facts.ts'
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
        'not-text': {
          message:
            'A title of tool {tool} is no text; clients that check what they read refuse the whole list.',
          fix: 'Write each title of {tool} as a string, beside its annotations and in them.',
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
        'not-text': {
          message:
            'Ein Titel des Werkzeugs {tool} ist kein Text; Clients, die prüfen, was sie lesen, lehnen die ganze Liste ab.',
          fix: 'Schreiben Sie jeden Titel von {tool} als Zeichenkette, neben und in den Annotationen.',
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
        'not-text': {
          message:
            'Un título de la herramienta {tool} no es texto; los clientes que comprueban lo que leen rechazan toda la lista.',
          fix: 'Escriba cada título de {tool} como cadena, junto a sus anotaciones y dentro de ellas.',
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
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { title: 7 } } }] } },
      {
        tools: { list: [{ page: 1, index: 1, raw: { name: 'a', title: 7, annotations: { title: 'Ask' } } }] },
      },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', annotations: { title: 'a' } } }] } },
    ],
  },
})

function problemOf(tool: NamedTool): 'none' | 'not-text' | 'only-tool-title' | 'same-as-name' | undefined {
  const { title } = annotationsOf(tool)
  if (isNoText(title) || isNoText(tool.raw['title'])) return 'not-text'
  if (typeof title === 'string' && title.trim() !== '')
    return title === tool.name ? 'same-as-name' : undefined
  return ownTitle(tool) === undefined ? 'none' : 'only-tool-title'
}

/** A number, a list, ...: many clients then refuse the whole list of tools. */
function isNoText(title: Json | undefined): boolean {
  return title !== undefined && title !== null && typeof title !== 'string'
}

function ownTitle(tool: NamedTool): string | undefined {
  const { title } = tool.raw
  return typeof title === 'string' && title.trim() !== '' ? title : undefined
}

function titled(tool: NamedTool) {
  const { annotations } = mendedAnnotations(tool)
  const { title: own } = annotationsOf(tool)
  const kept = typeof own === 'string' && own.trim() !== '' && own !== tool.name ? own : undefined
  const title = kept ?? ownTitle(tool) ?? guessTitle(tool.name)
  return { annotations: { title, ...(isObject(annotations) ? { ...annotations, title } : {}) } }
}
