import { clauses } from '../clauses.ts'
import { isObject, objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-11',
  title: 'Tool names are unique and portable',
  why: 'Of two tools with one name only one can be called, and unusual characters are refused by some clients.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const seen = new Set<string>()
    for (const { raw, index, page } of tools.list) {
      if (isObject(raw) && typeof raw['name'] === 'string' && raw['name'] !== '') continue
      yield { case: 'no-name', at: `tools/#${index}`, page, params: { index }, excerpt: raw }
    }
    for (const { name, at, page, raw } of objectTools(tools.list)) {
      if (raw['name'] !== name) continue
      if (seen.has(name)) yield { case: 'duplicate', at, page, params: { tool: name }, excerpt: name }
      seen.add(name)
      if (/[^A-Za-z0-9_-]/.test(name)) {
        yield { case: 'characters', at, page, params: { tool: name }, excerpt: name }
      }
    }
  },
  text: {
    en: {
      pass: 'Tool names are unique and use only letters, digits, "_" and "-".',
      cases: {
        'no-name': {
          message: 'Entry {index} of tools/list has no name, so nobody can call it.',
          fix: 'Give entry {index} a name, or take it out of the list.',
        },
        duplicate: {
          message: 'The name {tool} appears more than once.',
          fix: 'Rename one of the tools called {tool}.',
        },
        characters: {
          message: 'The name {tool} contains characters other than letters, digits, "_" and "-".',
          fix: 'Rename {tool} with letters, digits, "_" and "-" only.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        tools: {
          list: [
            { page: 1, index: 1, raw: { name: 'list-things' } },
            { page: 1, index: 2, raw: { name: 'get_thing' } },
          ],
        },
      },
    ],
    fail: [
      {
        tools: {
          list: [
            { page: 1, index: 1, raw: { name: 'a' } },
            { page: 2, index: 2, raw: { name: 'a' } },
          ],
        },
      },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'list things' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: {} }] } },
      { tools: { list: [{ page: 1, index: 1, raw: 'a' }] } },
    ],
  },
})
