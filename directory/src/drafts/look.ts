import {
  inTransaction,
  parseId,
  Problem,
  type Database,
  type SubmissionId,
  type Viewer,
} from '../kernel/index.ts'
import type { CheckOutcome, CheckTarget } from '../probe/index.ts'
import type { DomainProof } from '../proofs/index.ts'
import { judgePublicUrl } from '../submissions/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { findOpen } from './find.ts'
import { foundIn } from './found.ts'
import { fill, formOf, mostLooks, type Draft, type DraftId } from './model.ts'
import { stated } from './stated.ts'
import { draftById, noteLook, updateFields } from './store.ts'

/** A check is of what has this id; a draft's is its own. */
export function checkOf({ id, looks }: Pick<Draft, 'id' | 'looks'>): {
  readonly submission: SubmissionId
  readonly attempt: number
} {
  const submission = parseId<SubmissionId>(id)
  if (submission === undefined) throw new Error('A draft without an id of ours.')
  return { submission, attempt: looks }
}

function draftOf(check: SubmissionId): DraftId {
  const id = parseId<DraftId>(check)
  if (id === undefined) throw new Error('A check without the id of what is checked.')
  return id
}

/** The address that a look would go to. */
export function lookable(
  { config }: Pick<DraftsDependencies, 'config'>,
  { fields }: Pick<Draft, 'fields'>,
): string | undefined {
  const judged = judgePublicUrl([fields.serverUrl?.value ?? ''].flat().join(''), config)
  return 'url' in judged ? judged.url : undefined
}

/** @see Drafts.look */
export async function look(deps: DraftsDependencies, viewer: Viewer, id: DraftId): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const draft = await findOpen(trx, viewer, id)
    if (draft.looks >= mostLooks) {
      throw new Problem('too-many', `This draft’s server was looked at ${mostLooks} times. That has to do.`)
    }
    if (lookable(deps, draft) === undefined) {
      throw noAddress()
    }
    await lookAt(deps, trx, draft)
  })
}

export async function lookAt(
  deps: Pick<DraftsDependencies, 'config' | 'probe'>,
  trx: Database,
  draft: Draft,
): Promise<void> {
  const url = lookable(deps, draft)
  if (url === undefined) return
  const looks = draft.looks + 1
  await noteLook(trx, draft.id, looks, url)
  await deps.probe.request(trx, checkOf({ id: draft.id, looks }))
}

/** @see Drafts.proveDomain */
export async function proveDomain(
  deps: DraftsDependencies,
  viewer: Viewer,
  id: DraftId,
): Promise<DomainProof | undefined> {
  const url = lookable(deps, await findOpen(deps.db, viewer, id))
  if (url === undefined) throw noAddress()
  return await deps.proofs.proveDomain(viewer, url)
}

function noAddress(): Problem {
  return new Problem('invalid-input', 'Enter the public address of your server first.')
}

/** @see Drafts.target */
export async function target(
  db: Database,
  check: SubmissionId,
  attempt: number,
): Promise<CheckTarget | undefined> {
  const draft = await draftById(db, draftOf(check))
  if (draft === undefined || draft.looks !== attempt || draft.lookedUrl === null) return undefined
  const form = formOf(draft.fields)
  return {
    organisation: draft.organisation,
    url: draft.lookedUrl,
    staticClient: form['staticClient'] === 'yes',
    submission: stated(form),
    stillWanted: async (trx) => (await draftById(trx, draft.id))?.looks === attempt,
  }
}

/** @see Drafts.recordLook */
export async function recordLook(
  { clock }: Pick<DraftsDependencies, 'clock'>,
  trx: Database,
  { submission, attempt, report }: CheckOutcome,
): Promise<boolean> {
  const draft = await draftById(trx, draftOf(submission))
  if (draft === undefined) return false
  const fields = draft.looks === attempt ? fill(draft, foundIn(report), 'server') : undefined
  if (fields !== undefined) await updateFields(trx, draft, { fields, at: clock.now() })
  return true
}
