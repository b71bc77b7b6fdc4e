import type { Endpoint } from '../catalogue/index.ts'
import { inTransaction, Problem, writeAudit, type Database, type Viewer } from '../kernel/index.ts'
import { connectable } from './begin.ts'
import type { ConnectionsDependencies } from './connections.ts'
import { countLevels, loadLevels, putAllowance, putRules, type RulePlace } from './tool-level-store.ts'
import {
  isAllowedNow,
  kindOf,
  levelOf,
  type ToolKind,
  type ToolLevel,
  type ToolLevels,
  type ToolRule,
} from './tool-levels.ts'

type Deps = Pick<ConnectionsDependencies, 'db' | 'clock' | 'ids' | 'catalogue' | 'people'>

/** So long a tool that asks is not asked about again. */
export const allowedMinutes = 15

/** Every call of the person reads all of it: as many as the longest list of tools that the gateway reads. */
const mostSaid = 2_000

export interface ShownTool {
  readonly name: string
  readonly kind: ToolKind
  readonly own: ToolRule | undefined
  readonly ceiling: ToolRule | undefined
  /** What comes of both. */
  readonly level: ToolLevel
  readonly allowedUntil: Date | undefined
}

/** What may be called at one server, for one person. */
export interface ShownLevels {
  readonly endpoint: Endpoint
  readonly tools: readonly ShownTool[]
  readonly own: ToolRule | undefined
  readonly ceiling: ToolRule | undefined
  /** Whether this person sets rules for others too: in a personal organisation there is nobody else. */
  readonly owner: boolean
}

export interface LevelChange {
  readonly of: 'me' | 'organisation'
  /** By tool, `null` for every tool that is not named. `null` as a rule takes it back. */
  readonly rules: ReadonlyMap<string | null, ToolRule | null>
}

/** @param also a tool that nobody approved and nobody named a rule for @throws Problem not-found */
export async function shownLevels(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  also?: string,
): Promise<ShownLevels> {
  const endpoint = await connectable(deps, viewer, slug)
  const [levels, kinds, ownsTeam] = await Promise.all([
    loadLevels(deps.db, placeOf(viewer, endpoint)),
    approvedKinds(deps, endpoint),
    deps.people.ownsTeam(viewer),
  ])
  const { own, ceiling } = levels
  // What was said once can be taken back.
  const said = ceiling.all !== undefined || ceiling.tools.size > 0
  const owner = ownsTeam || (said && (await deps.people.isOwner(viewer)))
  const extra = also === undefined || !isToolName(also) ? [] : [also]
  const names = new Set([...kinds.keys(), ...own.tools.keys(), ...ceiling.tools.keys(), ...extra])
  const tools = [...names].map((name) =>
    shownTool(levels, name, kinds.get(name) ?? 'write', deps.clock.now()),
  )
  return { endpoint, tools, own: own.all, ceiling: ceiling.all, owner }
}

function shownTool(levels: ToolLevels, name: string, kind: ToolKind, now: Date): ShownTool {
  const until = levels.allowedUntil.get(name)
  return {
    name,
    kind,
    own: levels.own.tools.get(name),
    ceiling: levels.ceiling.tools.get(name),
    level: levelOf(levels, name, kind),
    allowedUntil: until !== undefined && isAllowedNow(levels, name, now) ? new Date(until) : undefined,
  }
}

/** What was approved: a server cannot make its tools harmless by calling them so later. */
export async function approvedKinds(
  { catalogue }: Pick<Deps, 'catalogue'>,
  { listing }: Pick<Endpoint, 'listing'>,
): Promise<ReadonlyMap<string, ToolKind>> {
  const version = await catalogue.shownVersion(listing)
  return new Map((version?.tools ?? []).map(({ name, annotations }) => [name, kindOf(annotations)]))
}

/** @throws Problem not-found, not-allowed, invalid-input */
export async function setLevels(
  deps: Deps,
  viewer: Viewer,
  slug: string,
  change: LevelChange,
): Promise<void> {
  const endpoint = await connectable(deps, viewer, slug)
  const ours = change.of === 'organisation'
  if (ours && !(await deps.people.isOwner(viewer))) {
    throw new Problem('not-allowed', 'Only an owner of your organisation may say what its people may call.')
  }
  for (const tool of change.rules.keys()) requireToolName(tool)
  const place = { ...placeOf(viewer, endpoint), ...(ours && { person: null }) }
  const at = deps.clock.now()
  await inTransaction(deps.db, async (trx) => {
    await putRules(trx, place, change.rules, at)
    await requireRoom(trx, place)
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: ours ? 'connections.set-ceiling' : 'connections.set-levels',
      subject: `connector:${endpoint.listing}`,
      reason: ours
        ? 'An owner changed what the organisation’s people may call.'
        : 'A person changed what may be called for them.',
      detail: { rules: [...change.rules].map(([tool, rule]) => ({ tool, rule })) },
    })
  })
}

/** The person allows a tool that asks, for a while. @throws Problem not-found, invalid-input, not-allowed when it is blocked */
export async function allowForAWhile(deps: Deps, viewer: Viewer, slug: string, tool: string): Promise<void> {
  requireToolName(tool)
  const { endpoint, tools } = await shownLevels(deps, viewer, slug, tool)
  if (tools.find(({ name }) => name === tool)?.level === 'blocked') {
    throw new Problem(
      'not-allowed',
      `The tool "${tool}" is blocked. A blocked tool cannot be allowed for a while.`,
    )
  }
  const at = deps.clock.now()
  const until = new Date(at.getTime() + allowedMinutes * 60_000)
  const place = placeOf(viewer, endpoint)
  await inTransaction(deps.db, async (trx) => {
    await putAllowance(trx, place, { tool, until }, at)
    await requireRoom(trx, place)
    await writeAudit(trx, deps, {
      organisation: viewer.organisation,
      actor: { kind: 'person', id: viewer.person },
      action: 'connections.allow-tool',
      subject: `connector:${endpoint.listing}`,
      reason: 'A person allowed a tool that asks, for a while.',
      detail: { tool, until: until.toISOString() },
    })
  })
}

function placeOf({ organisation, person }: Viewer, { listing }: Endpoint): RulePlace {
  return { organisation, listing, person }
}

async function requireRoom(trx: Database, place: RulePlace): Promise<void> {
  if ((await countLevels(trx, place)) <= mostSaid) return
  throw new Problem('too-many', `Rules for ${mostSaid} tools are the most. Use the one for all tools.`)
}

function isToolName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && name.isWellFormed() && !name.includes('\0')
}

function requireToolName(name: string | null): void {
  if (name === null || isToolName(name)) return
  throw new Problem('invalid-input', 'The name of a tool has 1 to 200 characters.', {
    fields: { tool: 'name' },
  })
}
