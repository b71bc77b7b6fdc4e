import type { RevisionFacts } from '../catalogue/index.ts'
import type { AnswerName } from '../submissions/index.ts'

/** How much of a new version people look at: nothing, what its texts say, or everything. */
export const extents = ['nothing', 'texts', 'full'] as const
export type Extent = (typeof extents)[number]

/** What a new version changes of the one that is listed. */
export interface Change {
  readonly fields: readonly (keyof RevisionFacts)[]
  /** What was answered otherwise beyond the short form. */
  readonly answers: readonly AnswerName[]
  readonly sameTools: boolean
  /** The connector was taken out of the directory. */
  readonly relisting: boolean
}

/** What a change of this field asks for. Words are read again; how people get in is tried again. */
const extentOfField: Readonly<Record<keyof RevisionFacts, Extent>> = {
  name: 'texts',
  tagline: 'texts',
  descriptionMarkdown: 'texts',
  categories: 'texts',
  documentationUrl: 'texts',
  supportContact: 'texts',
  privacyUrl: 'texts',
  termsUrl: 'texts',
  securityContact: 'texts',
  publisherName: 'texts',
  publisherUrl: 'texts',
  serverUrl: 'full',
  authType: 'full',
  staticClient: 'full',
  addressFilter: 'full',
}

/** These say, too, where the server is and how people get in; the others are words. */
const ofTheServer: readonly AnswerName[] = ['urlKind', 'urls', 'urlPattern', 'urlSample', 'startsOpen']

/** How much is reviewed again, by what has changed. Pure. */
export function extentOf({ fields, answers, sameTools, relisting }: Change): Extent {
  if (relisting || !sameTools) return 'full'
  const asked = [
    ...fields.map((field) => extentOfField[field]),
    ...answers.map((answer): Extent => (ofTheServer.includes(answer) ? 'full' : 'texts')),
  ]
  return extents.findLast((extent) => asked.includes(extent)) ?? 'nothing'
}
