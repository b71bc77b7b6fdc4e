import { texts as accounts } from './accounts.ts'
import { texts as answers } from './answers.ts'
import { texts as authorization } from './authorization.ts'
import { texts as badges } from './badges.ts'
import { texts as catalogue } from './catalogue.ts'
import { texts as clients } from './clients.ts'
import { texts as connections } from './connections.ts'
import { texts as custom } from './custom.ts'
import { texts as dashboard } from './dashboard.ts'
import { texts as demo } from './demo.ts'
import { texts as drafts } from './drafts.ts'
import { texts as drift } from './drift.ts'
import { texts as headers } from './headers.ts'
import { texts as holds } from './holds.ts'
import { texts as icons } from './icons.ts'
import { texts as levels } from './levels.ts'
import { texts as modes } from './modes.ts'
import { texts as monitoring } from './monitoring.ts'
import { texts as notices } from './notices.ts'
import { texts as ownership } from './ownership.ts'
import { texts as proofs } from './proofs.ts'
import { texts as reliability } from './reliability.ts'
import { texts as review } from './review.ts'
import { texts as safety } from './safety.ts'
import { texts as shell } from './shell.ts'
import { texts as simulation } from './simulation.ts'
import { texts as site } from './site.ts'
import { texts as statistics } from './statistics.ts'
import { texts as submissions } from './submissions.ts'
import { texts as testAccounts } from './test-accounts.ts'
import { texts as updates } from './updates.ts'
import { texts as upkeep } from './upkeep.ts'

export const areas = {
  accounts,
  answers,
  authorization,
  badges,
  catalogue,
  clients,
  connections,
  custom,
  dashboard,
  demo,
  drafts,
  drift,
  headers,
  holds,
  icons,
  levels,
  modes,
  monitoring,
  notices,
  ownership,
  proofs,
  reliability,
  review,
  safety,
  shell,
  simulation,
  site,
  statistics,
  submissions,
  'test-accounts': testAccounts,
  updates,
  upkeep,
}
