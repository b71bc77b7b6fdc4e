import {
  asJson,
  mendTools,
  plural,
  selection,
  toolsDiff,
  type Report,
  type ToolsFile,
} from '@connectory/checker'
import type { Terminal } from './terminal.ts'

interface OpenedFile {
  readonly text: string
  readonly name: string
  readonly tools: ToolsFile
}

/**
 * The changes that make the tools keep TOOL-01 to TOOL-04: a unified diff of the file that the tools come from, or,
 * where there is no file, a list of patches as JSON.
 */
export function fixOf(report: Report, file: OpenedFile | undefined, { stderr }: Terminal): string {
  const selected = report.only ? selection(report.only) : () => true
  const mends = mendTools(report.tools ?? [], selected)
  const guessed = mends.length === 0 ? 'nothing to change' : 'read the values, they are guessed from names'
  stderr.write(
    `${report.verdict}: ${plural(mends.length, 'tool')} to mend (TOOL-01 to TOOL-04), ${guessed}.\n`,
  )
  if (!file) return asJson(mends)
  return toolsDiff(file.text, file.tools, mends, file.name.replace(/^[./]+/, ''))
}
