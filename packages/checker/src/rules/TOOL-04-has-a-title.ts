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
