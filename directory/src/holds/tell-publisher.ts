import { customPrefix } from '../catalogue/index.ts'
import type { Database } from '../kernel/index.ts'
import type { News, Saying } from '../notices/index.ts'
import { paths, type TextKey } from '../web/index.ts'
import type { HoldsDependencies } from './create-holds.ts'
import type { Hold } from './model.ts'
import { countReleased } from './store.ts'

const dayMs = 24 * 3_600_000

type Deps = Pick<HoldsDependencies, 'notices'>
type Words = 'stopped' | 'stopped-tool' | 'stopped-all' | 'changed' | 'changed-little' | 'released'

/** The publisher, or whoever added the server, learns what is stopped or held. */
export async function tellHeld({ notices }: Deps, trx: Database, hold: Hold, slug: string): Promise<void> {
  await notices.tell(trx, {
    ...newsOf(hold, slug, wordsFor(hold)),
    occasion: hold.kind === 'changed-tool' ? await changeOf(trx, hold) : `hold ${hold.id}`,
  })
}

/** A server that changes all of its tools makes one notice of it, unless a change was released in between. */
async function changeOf(trx: Database, { listing, version, at }: Hold): Promise<string> {
  const day = Math.floor(at.getTime() / dayMs)
  return `version ${version} on day ${day} after ${await countReleased(trx, listing)} releases`
}

export async function tellReleased(
  { notices }: Deps,
  trx: Database,
  hold: Hold,
  { slug, reason }: { readonly slug: string; readonly reason: string },
): Promise<void> {
  const news = newsOf({ ...hold, reason }, slug, 'released')
  await notices.tell(trx, { ...news, occasion: `hold ${hold.id}` })
}

function wordsFor({ kind, severity }: Hold): Words {
  if (kind === 'changed-tool') return severity === 'minor' ? 'changed-little' : 'changed'
  if (kind === 'tool') return 'stopped-tool'
  return kind === 'publisher' ? 'stopped-all' : 'stopped'
}

function newsOf(hold: Hold, slug: string, words: Words): Omit<News, 'occasion'> {
  const parameters = { connector: slug, tool: hold.tool ?? '' }
  const say = (part: 'what' | 'why' | 'do'): Saying => ({
    key: `notices.holds.${words}.${part}` satisfies TextKey,
    parameters,
  })
  return {
    kind: `holds.${words}`,
    to: { organisation: hold.organisation },
    about: `listing:${hold.listing}`,
    what: say('what'),
    why: say('why'),
    whatToDo: say('do'),
    quote: hold.reason,
    link: `${slug.startsWith(customPrefix) ? paths.custom : paths.connectors}/${slug}`,
  }
}
