import { pageText, type Report } from '@connectory/checker'
import type { RevisionFacts } from '../catalogue/index.ts'
import { answerIn } from './read-exchange.ts'

/** A page that a publisher names, then and now. */
export interface DocumentChange {
  readonly field: DocumentField
  readonly url: string
  /** Sentences that went and that came, as a unified diff; undefined when one of the two could not be read. */
  readonly patch: string | undefined
  /** Of a long page only the beginning is kept with a report. */
  readonly cut: boolean
}

const documentFields = ['documentationUrl', 'privacyUrl', 'termsUrl', 'supportContact'] as const
type DocumentField = (typeof documentFields)[number]

interface Named {
  readonly report: Pick<Report, 'exchanges'>
  readonly facts: Pick<RevisionFacts, DocumentField>
}

/** What the pages say otherwise than before; pages that say the same, and such as no check reads, are left out. Pure. */
export function diffDocuments(before: Named, after: Named): readonly DocumentChange[] {
  return documentFields.flatMap((field): DocumentChange[] => {
    const url = after.facts[field]
    const [old, now] = [read(before, field), read(after, field)]
    if (url === null || (old === undefined && now === undefined)) return []
    if (old === undefined || now === undefined) return [{ field, url, patch: undefined, cut: false }]
    const patch = patchOf(old.sentences, now.sentences)
    return patch === '' ? [] : [{ field, url, patch, cut: old.cut || now.cut }]
  })
}

function read({ report, facts }: Named, field: DocumentField) {
  const url = facts[field]
  const answer = url === null ? undefined : answerIn(report.exchanges, url)
  return answer && { sentences: sentencesOf(pageText(answer.body).text), cut: answer.truncated }
}

const most = 2_000

function sentencesOf(text: string): readonly string[] {
  const lines = text.split(/\n|(?<=[.!?]) /)
  const clean = lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '')
  return clean.slice(0, most)
}

function patchOf(before: readonly string[], after: readonly string[]): string {
  const [old, now] = [new Set(before), new Set(after)]
  const gone = before.filter((line) => !now.has(line)).map((line) => `-${line}\n`)
  const come = after.filter((line) => !old.has(line)).map((line) => `+${line}\n`)
  return [...gone, ...come].join('')
}
