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
