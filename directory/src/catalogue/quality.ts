import { effectOf, hintsOf, titleOf } from './hints.ts'
import type { ReportSummary, RevisionFacts, Tool } from './model.ts'

export interface QualityFacts {
  readonly revision: RevisionFacts
  readonly tools: readonly Tool[]
  readonly report: ReportSummary
}

/** What makes a listing more useful, and how many of 100 points it is worth. Nothing in it can be bought. */
const factors: readonly { readonly points: number; readonly share: (facts: QualityFacts) => number }[] = [
  {
    points: 25,
    share: ({ tools }) => part(tools, (tool) => effectOf(hintsOf(tool.annotations)) !== 'silent'),
  },
  { points: 15, share: ({ tools }) => part(tools, (tool) => (tool.description ?? '').length >= 20) },
  { points: 10, share: ({ tools }) => part(tools, (tool) => titleOf(tool) !== null) },
  { points: 15, share: ({ report }) => (report.verdict === 'ready' ? 1 : 0) },
  { points: 15, share: ({ report }) => 1 / (1 + report.counts.fail) },
  { points: 10, share: ({ revision }) => Math.min(1, revision.descriptionMarkdown.length / 300) },
  { points: 5, share: ({ revision }) => (revision.documentationUrl === null ? 0 : 1) },
  { points: 5, share: ({ revision }) => (revision.securityContact === null ? 0 : 1) },
]

/** 0 to 100: the order of listings when nothing else tells them apart. */
export function qualityOf(facts: QualityFacts): number {
  return Math.round(factors.reduce((sum, { points, share }) => sum + points * share(facts), 0))
}

function part(tools: readonly Tool[], holds: (tool: Tool) => boolean): number {
  return tools.length === 0 ? 0 : tools.filter(holds).length / tools.length
}
