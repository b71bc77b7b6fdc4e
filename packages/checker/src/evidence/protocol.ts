import { modernVersion, type PostOutcome } from '@connectory/wire'
import { doesNotApply, type Evidence, type Looked } from './evidence.ts'
import type { Inspection } from './inspect.ts'
import { openLine, type Line } from './line.ts'
import { together, runProbes, type Probe } from './probing.ts'
import type { ProbeFacts, SecondListFacts } from './protocol-facts.ts'
import {
  announcedProbes,
  bareProbes,
  batchProbes,
  cursorProbes,
  idProbes,
  mismatchProbes,
  pingProbes,
  versionProbes,
} from './protocol-probes.ts'
import { compareLists } from './second-list.ts'
import { whyNot, type Visit } from './visit.ts'

const groups = ['oddVersions', 'announced', 'badCursor', 'batch', 'ping', 'mismatch', 'bareRequest'] as const
type Group = (typeof groups)[number]

export type ProtocolParts = Pick<Evidence['parts'], Group | 'secondList'>

interface EraParts {
  readonly parts: { readonly [Name in Group]?: Looked<ProbeFacts> }
  readonly secondList: Looked<SecondListFacts>
}

/** Asks what the protocol settles, in each era that the server speaks. Nothing is called or changed. */
export async function collectProtocol(
  visit: Visit,
  { negotiation, tools }: Inspection,
  token: string | undefined,
): Promise<ProtocolParts> {
  if (!negotiation.looked) return everything(negotiation)
  const { modern, legacy } = negotiation.value
  // One that showed no tools is not sent again.
  const credential = tools.looked ? token : undefined
  const eras = [
    ...(modern.includes(modernVersion) ? ['modern' as const] : []),
    ...(legacy === undefined ? [] : ['legacy' as const]),
  ]
  const seenEras = await Promise.all(eras.map((era) => collectEra(visit, era, tools, credential)))
  const parts = groups.map((name) => {
    const ofEras = seenEras.flatMap((each) => each.parts[name] ?? [])
    return [name, together(ofEras, doesNotApply(reasons[name] ?? 'not-spoken'))] as const
  })
  const [first] = seenEras
  const secondList = first ? first.secondList : doesNotApply('not-spoken')
  return { ...(Object.fromEntries(parts) as Record<Group, Looked<ProbeFacts>>), secondList }
}

/** Why a group has no probe in any era that the server speaks. */
const reasons: { readonly [Name in Group]?: string } = {
  batch: 'batches-allowed',
  ping: 'not-legacy',
  mismatch: 'not-modern',
  bareRequest: 'not-modern',
}

async function collectEra(
  visit: Visit,
  era: Line['era'],
  tools: Inspection['tools'],
  token: string | undefined,
): Promise<EraParts> {
  let line: Line
  try {
    line = await openLine(visit, era, token)
  } catch (error) {
    const why = whyNot(visit, error, 'step-failed')
    return { parts: everything(why), secondList: why }
  }
  const patience = { silences: 0 }
  try {
    let page: PostOutcome | undefined
    const probes: { readonly [Name in Group]: readonly Probe[] } = {
      oddVersions: versionProbes(visit, line, token),
      announced: announcedProbes(line, (outcome) => (page = outcome)),
      badCursor: cursorProbes(line),
      batch: batchProbes(line),
      ping: pingProbes(line),
      mismatch: mismatchProbes(line),
      bareRequest: bareProbes(line),
    }
    const parts: { [Name in Group]?: Looked<ProbeFacts> } = {}
    for (const name of groups) {
      if (probes[name].length > 0) parts[name] = await runProbes(visit, probes[name], patience)
    }
    await runProbes(visit, idProbes(line), patience)
    return { parts, secondList: await compareLists(visit, line, tools, page) }
  } finally {
    await line.close()
  }
}

function everything(why: Looked<never>): ProtocolParts {
  return {
    oddVersions: why,
    announced: why,
    badCursor: why,
    batch: why,
    ping: why,
    mismatch: why,
    bareRequest: why,
    secondList: why,
  }
}
