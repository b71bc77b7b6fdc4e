import { inTransaction, Problem, type Viewer } from '../kernel/index.ts'
import { clean } from '../submissions/index.ts'
import type { Beginning, DraftsDependencies } from './drafts.ts'
import { lookAt, lookable } from './look.ts'
import { fill, mostCharacters, mostDrafts, type Draft, type DraftId, type Fields } from './model.ts'
import { draftById, insertDraft, openDrafts } from './store.ts'

/** @see Drafts.begin */
export async function begin(
  deps: DraftsDependencies,
  viewer: Viewer,
  { serverUrl = '', found = {}, source = 'server' }: Beginning,
): Promise<Draft> {
  const at = deps.clock.now()
  const typed = {
    serverUrl: clean(serverUrl).slice(0, mostCharacters),
    publisherName: viewer.name,
    publishOnApproval: 'yes',
    ...(found.urlKind === undefined && { urlKind: 'universal' }),
  }
  const first: Fields = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, { value, revision: 1 }]),
  )
  const fields = fill({ fields: first, revision: 0 }, found, source) ?? first
  const draft: Draft = {
    id: deps.ids.next<DraftId>(),
    organisation: viewer.organisation,
    createdBy: viewer.person,
    createdAt: at,
    updatedAt: at,
    revision: 1,
    fields,
    looks: 0,
    lookedUrl: null,
    submission: null,
  }
  return await inTransaction(deps.db, async (trx) => {
    if ((await openDrafts(trx, viewer.organisation, mostDrafts)).length >= mostDrafts) {
      throw new Problem(
        'too-many',
        `Your organisation has ${mostDrafts} drafts. Submit or discard one of them first.`,
      )
    }
    await insertDraft(trx, draft)
    if (lookable(deps, draft) === undefined) return draft
    await lookAt(deps, trx, draft)
    return (await draftById(trx, draft.id)) ?? draft
  })
}
