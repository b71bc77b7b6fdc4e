import { begin } from './begin.ts'
import { discard, dropStale } from './discard.ts'
import type { Drafts, DraftsDependencies } from './drafts.ts'
import { findOwn } from './find.ts'
import { giveAccount, removeAccount } from './give-account.ts'
import { importFile } from './import.ts'
import { look, proveDomain, recordLook, target } from './look.ts'
import { mostDrafts } from './model.ts'
import { DraftsNote } from './pages/drafts-note.tsx'
import { draftRoutes } from './pages/index.tsx'
import { save } from './save.ts'
import { send } from './send.ts'
import { openDrafts } from './store.ts'

export function createDrafts(deps: DraftsDependencies): Drafts {
  const { db } = deps
  const drafts: Drafts = {
    begin: (viewer, given) => begin(deps, viewer, given),
    import: (viewer, file) => importFile(deps, viewer, file),
    list: (viewer) => openDrafts(db, viewer.organisation, mostDrafts),
    get: (viewer, id) => findOwn(db, viewer, id),
    save: (viewer, id, sent) => save(deps, viewer, id, sent),
    look: (viewer, id) => look(deps, viewer, id),
    send: (viewer, id, change) => send(deps, viewer, id, change),
    proveDomain: (viewer, id) => proveDomain(deps, viewer, id),
    giveAccount: (viewer, id, words) => giveAccount(deps, viewer, id, words),
    removeAccount: (viewer, id) => removeAccount(deps, viewer, id),
    discard: (viewer, id) => discard(deps, viewer, id),
    dropStale: () => dropStale(deps),
    target: (check, attempt) => target(db, check, attempt),
    recordLook: (trx, outcome) => recordLook(deps, trx, outcome),
    async note(viewer) {
      const { length } = await openDrafts(db, viewer.organisation, mostDrafts)
      return length === 0 ? null : <DraftsNote count={length} />
    },
    routes: () => draftRoutes({ ...deps, drafts }),
  }
  return drafts
}
