import { clauses } from '../clauses.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const MOST_CHARACTERS = 64

export const rule = defineRule({
  id: 'TOOL-10',
  title: 'Tool names have at most 64 characters',
  why: 'Model interfaces refuse longer names, and clients put the server name in front.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const { name, at, page } of objectTools(tools.list)) {
      const { length } = Array.from(name)
      if (length <= MOST_CHARACTERS) continue
      yield {
        case: 'long',
        at,
        page,
        params: { tool: name, length, most: MOST_CHARACTERS },
        excerpt: name,
      }
    }
  },
  text: {
    en: {
      pass: 'No tool name is longer than 64 characters.',
      cases: {
        long: {
          message: 'Tool {tool} has a name of {length} characters; at most {most} are allowed.',
          fix: 'Shorten the name of {tool}. Leave room for the prefix that clients add; 40 characters are safe.',
        },
      },
    },
  },
  examples: {
    pass: [{ tools: { list: [{ page: 1, index: 1, raw: { name: 'a'.repeat(64) } }] } }],
    fail: [{ tools: { list: [{ page: 1, index: 1, raw: { name: 'a'.repeat(65) } }] } }],
  },
})
