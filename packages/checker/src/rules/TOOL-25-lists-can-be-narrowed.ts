import { clauses } from '../clauses.ts'
import { prefixOf } from '../head-verb.ts'
import { splitName } from '../hints.ts'
import { bounds } from '../list-bounds.ts'
import { listed } from '../listed.ts'
import { parametersOf } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const lists: ReadonlySet<string> = new Set(['list', 'search', 'browse', 'enumerate'])
export const rule = defineRule({
  id: 'TOOL-25',
  title: 'Lists can be narrowed',
  why: 'Long results are cut or refused; a limit, a page or a filter lets the model ask for less.',
  clause: clauses.faqResults,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const all = [...objectTools(tools.list)]
    const prefix = prefixOf(all.map(({ name }) => name))
    for (const tool of all) {
      const verb = splitName(tool.name).slice(prefix.length)[0] ?? ''
      if (!lists.has(verb)) continue
      const optional = parametersOf(tool).filter(({ required }) => verb !== 'search' || !required)
      if (optional.some(({ key }) => bounds.test(key))) continue
      const { at, page, name } = tool
      yield { case: 'unbounded', at, page, params: { tool: name } }
    }
  },
  text: {
    en: {
      pass: 'Every tool that lists or searches takes a limit, a page or a filter.',
      cases: {
        unbounded: {
          message: 'Tool {tool} lists or searches and takes no limit, page, cursor or filter.',
          fix: 'Give {tool} a limit with a small default and a cursor, or say in its description that the list is short.',
        },
      },
    },
    de: {
      title: 'Listen lassen sich eingrenzen',
      why: 'Lange Ergebnisse werden gekürzt oder abgelehnt; mit Grenze, Seite oder Filter kann das Modell weniger verlangen.',
      pass: 'Jedes Werkzeug, das auflistet oder sucht, nimmt eine Grenze, eine Seite oder einen Filter an.',
      cases: {
        unbounded: {
          message:
            'Das Werkzeug {tool} listet auf oder sucht und nimmt weder Grenze noch Seite, Cursor oder Filter an.',
          fix: 'Geben Sie {tool} eine Grenze mit kleiner Vorgabe und einen Cursor, oder sagen Sie in der Beschreibung, dass die Liste kurz ist.',
        },
      },
    },
    es: {
      title: 'Las listas pueden acotarse',
      why: 'Los resultados largos se cortan o se rechazan; un límite, una página o un filtro permiten pedir menos.',
      pass: 'Toda herramienta que lista o busca admite un límite, una página o un filtro.',
      cases: {
        unbounded: {
          message: 'La herramienta {tool} lista o busca y no admite límite, página, cursor ni filtro.',
          fix: 'Dé a {tool} un límite con un valor por defecto pequeño y un cursor, o diga en su descripción que la lista es corta.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'list_notes', inputSchema: { properties: { limit: { type: 'integer' } } } },
        { name: 'get_note', inputSchema: { properties: { id: { type: 'string' } } } },
      ),
    ],
    fail: [
      listed({ name: 'list_notes', inputSchema: { properties: {} } }),
      listed({
        name: 'search_notes',
        inputSchema: { properties: { query: { type: 'string' } }, required: ['query'] },
      }),
    ],
  },
})
