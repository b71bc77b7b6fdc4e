import { inTransaction, type Viewer } from '../kernel/index.ts'
import type { DraftsDependencies, Saved } from './drafts.ts'
import { findOpen } from './find.ts'
import { merge, unkeptIn, type DraftId, type Save } from './model.ts'
import { updateFields } from './store.ts'

/** @see Drafts.save */
export async function save(
  { db, clock }: Pick<DraftsDependencies, 'db' | 'clock'>,
  viewer: Viewer,
  id: DraftId,
  sent: Save,
): Promise<Saved> {
  return await inTransaction(db, async (trx) => {
    const draft = await findOpen(trx, viewer, id)
    const unkept = unkeptIn(sent)
    const kept = Object.fromEntries([...unkept.keys()].map((field) => [field, draft.fields[field]?.value]))
    const merged = merge(draft, { ...sent, values: { ...sent.values, ...kept } })
    if (merged.kind === 'conflict') return { kind: 'conflict', draft, fields: merged.fields }
    const now =
      merged.kind === 'unchanged'
        ? draft
        : await updateFields(trx, draft, { fields: merged.fields, by: viewer.person, at: clock.now() })
    return unkept.size > 0 ? { kind: 'partly', draft: now, unkept } : { kind: 'saved', draft: now }
  })
}
