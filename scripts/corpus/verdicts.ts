// What the checker says of one server's raw lists, as "connectory check --tools" would say it.
import {
  evidenceOfTools,
  type Finding,
  judge,
  type Json,
  parseToolsFile,
} from '../../packages/checker/src/index.ts'
import { textRules } from '../../packages/checker/test/attacks/attack.ts'
import type { RawLists } from './read.ts'
import type { Recount } from './recount.ts'

export interface Flag {
  readonly rule: string
  /** The tool, or "instructions" or "prompts". */
  readonly tool: string
  readonly signal: string
  readonly words: string
}

export interface Verdicts {
  readonly tools: number
  readonly breaking: Recount
  readonly flags: readonly Flag[]
}

export function toolsOf(lists: RawLists): unknown[] {
  return lists.tools.flatMap((page) => listIn(page, 'tools'))
}

function listIn(page: unknown, key: string): unknown[] {
  const list = (page as Record<string, unknown> | null)?.[key]
  return Array.isArray(list) ? list : []
}

export function verdictsOn(lists: RawLists, name: string): Verdicts {
  const tools = toolsOf(lists)
  const { instructions } = lists.initialize as { instructions?: unknown }
  const prompts = lists.prompts.flatMap((page) => listIn(page, 'prompts'))
  const text = JSON.stringify({
    tools,
    ...(typeof instructions === 'string' ? { instructions } : {}),
    ...(prompts.length > 0 ? { prompts } : {}),
  })
  const evidence = evidenceOfTools(parseToolsFile(text, name), { target: name, startedAt: new Date(0) })
  const { findings } = judge(evidence)
  const breaking = (rule: string, only?: string) => [
    ...new Set(
      findings
        .filter(
          (finding) => finding.rule === rule && finding.case !== null && (finding.case === only || !only),
        )
        .flatMap((finding) => toolsNamed(finding)),
    ),
  ]
  return {
    tools: tools.length,
    breaking: {
      'TOOL-01': breaking('TOOL-01'),
      'TOOL-04': breaking('TOOL-04'),
      'TOOL-04 none': breaking('TOOL-04', 'none'),
      'TOOL-11': breaking('TOOL-11'),
      'TOOL-23': breaking('TOOL-23'),
    },
    flags: findings.filter((finding) => isFlag(finding)).map((finding) => flagOf(finding)),
  }
}

function isFlag({ rule, outcome }: Finding): boolean {
  return textRules.includes(rule) && (outcome === 'fail' || outcome === 'needs-human')
}

function flagOf({ rule, params, case: signal, target }: Finding): Flag {
  const told = (value: Json | undefined) => (typeof value === 'string' ? value : '')
  const words = told(params['words']) || told(params['where'])
  return { rule, tool: told(params['tool']) || target, signal: signal ?? '', words }
}

/** A finding names one tool, or, when there are very many, the rest of them at once. */
function toolsNamed({ params, target }: Finding): string[] {
  const named = params['tool']
  if (Array.isArray(named)) return named.filter((name) => typeof name === 'string')
  return [target.replace(/^tools\//, '')]
}
