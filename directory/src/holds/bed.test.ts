import { testDatabase } from '../../test/database.ts'
import type { Endpoint, Tool } from '../catalogue/index.ts'
import {
  createIds,
  createLog,
  manualClock,
  type Database,
  type ListingId,
  type OrganisationId,
} from '../kernel/index.ts'
import { createTell } from '../notices/index.ts'
import { createHolds, type Hold } from './index.ts'
import type { HoldId } from './model.ts'

interface Given {
  readonly mostChanges?: number
  readonly db?: Database
  readonly version?: () => number
}

/** What tests of this folder share: a listed server of which `echo` was approved; it has no tests of its own. */
export async function holdsBed() {
  const database = await testDatabase()
  const clock = manualClock(new Date('2026-11-22T00:00:00Z'))
  const ids = createIds(clock)
  const endpoint: Endpoint = {
    listing: ids.next<ListingId>(),
    organisation: ids.next<OrganisationId>(),
    slug: 'shifty',
    name: 'Shifty',
    serverUrl: 'https://mcp.example/mcp',
    authType: 'none',
    state: 'published',
    version: 2,
    staticClient: false,
    updatedAt: new Date(0),
  }
  const { listing, organisation } = endpoint
  return {
    db: database.db,
    clock,
    ids,
    endpoint,
    holdOf: (name: string, change: Partial<Hold> = {}): Hold => ({
      id: ids.next<HoldId>(),
      kind: 'changed-tool',
      listing,
      organisation,
      tool: name,
      version: 2,
      digest: name,
      severity: 'major',
      changes: [],
      reason: '',
      at: clock.now(),
      endedAt: null,
      ...change,
    }),
    /** The holds of one replica, and which version it finds shown. */
    replica: ({ mostChanges = 4_000, db = database.db, version = () => 2 }: Given = {}) =>
      createHolds({
        db,
        clock,
        ids,
        log: createLog('silent'),
        mostChanges,
        notices: { tell: createTell({ clock, ids, jobs: { send: () => Promise.resolve() } }) },
        catalogue: {
          bySlug: async () => undefined,
          byId: async () => undefined,
          shownVersion: async () => ({ version: version(), tools: [tool('echo')] }),
        },
      }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

export function tool(name: string, description = 'Says what it was given.'): Tool {
  return { name, title: null, description, annotations: null, inputSchema: { type: 'object' } }
}
