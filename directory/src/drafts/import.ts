import type { Viewer } from '../kernel/index.ts'
import { begin } from './begin.ts'
import type { DraftsDependencies, Imported } from './drafts.ts'
import { foundIn } from './found.ts'
import { readServerJson } from './server-json.ts'

/** @see Drafts.import */
export async function importFile(deps: DraftsDependencies, viewer: Viewer, file: string): Promise<Imported> {
  const text = file.trim()
  if (text === '') return { kind: 'refused', why: 'drafts.import.empty' }
  if (text.startsWith('{')) {
    const read = readServerJson(text)
    if ('fault' in read) return { kind: 'refused', why: `drafts.import.${read.fault}` }
    const { found } = read
    return { kind: 'draft', draft: await begin(deps, viewer, { found, source: 'server-json' }) }
  }
  const opened = await deps.readReport(viewer, text)
  if ('refused' in opened) return { kind: 'refused', why: opened.refused, params: opened.params }
  const { report } = opened
  const calls = report.calls ?? []
  const ran = calls.length > 0 && calls.every(({ outcome }) => outcome === 'worked')
  const found = { serverUrl: report.target, ...foundIn(report), ...(ran && { toolsRun: 'yes' }) }
  return { kind: 'draft', draft: await begin(deps, viewer, { found, source: 'report' }) }
}
