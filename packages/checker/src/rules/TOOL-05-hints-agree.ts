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
