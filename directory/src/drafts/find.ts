import { Problem, type Database, type Viewer } from '../kernel/index.ts'
import type { Draft, DraftId } from './model.ts'
import { draftById } from './store.ts'

/** To everybody else a draft does not exist. @throws Problem not-found */
export async function findOwn(db: Database, viewer: Viewer, id: DraftId): Promise<Draft> {
  const draft = await draftById(db, id)
  if (draft !== undefined && draft.organisation === viewer.organisation) return draft
  throw new Problem('not-found', 'There is no such draft: it was discarded, or it belongs to somebody else.')
}

/** For what changes it. @throws Problem not-found | stale-form */
export async function findOpen(trx: Database, viewer: Viewer, id: DraftId): Promise<Draft> {
  const draft = await findOwn(trx, viewer, id)
  if (draft.submission === null) return draft
  throw new Problem(
    'stale-form',
    'This draft was submitted meanwhile, so nothing more can be added to it. Change the submission instead.',
  )
}
