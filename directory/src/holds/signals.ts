import { evidenceOfTools, judge, parseToolsFile } from '@connectory/checker'
import type { Tool } from '../catalogue/index.ts'

/** Texts that steer a model, that speak of other tools, or that hide something. */
const only = ['TOOL-17', 'TOOL-18', 'TOOL-20']

/** What the checker's rules on texts find in a tool: `rule case`. */
export function signalsIn(tool: Tool): readonly string[] {
  const written = Object.fromEntries(Object.entries(tool).filter(([, value]) => value !== null))
  const file = parseToolsFile(JSON.stringify([written]), 'the tool')
  const report = judge(evidenceOfTools(file, { target: 'https://tool.invalid/', startedAt: new Date(0) }), {
    only,
  })
  return report.findings
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'needs-human')
    .map(({ rule, case: name }) => `${rule} ${name}`)
}
