import { inTransaction, type Language, type Viewer } from '../kernel/index.ts'
import { createTranslate, href, paths } from '../web/index.ts'
import type { Delivering } from './deliver.ts'
import { deleteFeed, feedByToken, feedToken, putFeed, type Feed, type FeedId } from './feed-store.ts'
import type { Notice } from './model.ts'
import { hashOf, newToken } from './secret-link.ts'
import { newestForAll } from './store.ts'
import { requireOwner } from './webhooks.ts'
import { say } from './words.ts'

/** Only owners of the organisation see and change its address. */
export interface FeedVerbs {
  /** Its address; undefined when there is none. */
  feed(viewer: Viewer): Promise<URL | undefined>
  /** A new address; an older one ends. */
  makeFeed(viewer: Viewer, language: Language): Promise<void>
  removeFeed(viewer: Viewer): Promise<void>
  /** The feed at an address, as XML. */
  readFeed(token: string): Promise<string | undefined>
}

const most = 50

export function feedVerbs(deps: Delivering): FeedVerbs {
  const { db, vault, ids, clock, config } = deps
  return {
    async feed(viewer) {
      await requireOwner(deps, viewer)
      const token = await feedToken(db, vault, viewer.organisation)
      return token === undefined ? undefined : new URL(`/feeds/${token}`, config.publicUrl)
    },
    async makeFeed(viewer, language) {
      await requireOwner(deps, viewer)
      const token = newToken()
      const { organisation } = viewer
      const feed = { organisation, id: ids.next<FeedId>(), token, tokenHash: hashOf(token), language }
      await inTransaction(db, (trx) => putFeed(trx, vault, { ...feed, at: clock.now() }))
    },
    async removeFeed(viewer) {
      await requireOwner(deps, viewer)
      await deleteFeed(db, viewer.organisation)
    },
    async readFeed(token) {
      const feed = await feedByToken(db, hashOf(token))
      if (feed === undefined) return undefined
      return atom(config, feed, await newestForAll(db, feed.organisation, most))
    },
  }
}

/** @see RFC 4287 */
function atom(
  { publicUrl, instanceName }: Delivering['config'],
  { id, language, createdAt }: Feed,
  notices: readonly Notice[],
): string {
  const t = createTranslate(language)
  const address = (path: string): string => new URL(href(language, path), publicUrl).href
  const entry = (notice: Notice): string => {
    const lines = [
      say(t, notice.why),
      notice.quote ?? '',
      `${t('notices.do')} ${say(t, notice.whatToDo)}`,
      notice.by === null ? '' : `${t('notices.by')} ${notice.by.toISOString()}`,
    ]
    return [
      '  <entry>',
      `    <id>urn:uuid:${notice.id}</id>`,
      `    <title>${xml(say(t, notice.what))}</title>`,
      `    <updated>${notice.at.toISOString()}</updated>`,
      `    <link href="${xml(address(`${paths.inbox}/${notice.id}`))}"/>`,
      `    <content type="text">${xml(lines.filter((line) => line !== '').join('\n\n'))}</content>`,
      '  </entry>',
    ].join('\n')
  }
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `  <id>urn:uuid:${id}</id>`,
    `  <title>${xml(`${t('notices.title')} · ${instanceName}`)}</title>`,
    `  <author><name>${xml(instanceName)}</name></author>`,
    `  <updated>${(notices[0]?.at ?? createdAt).toISOString()}</updated>`,
    `  <link rel="alternate" href="${xml(address(paths.inbox))}"/>`,
    ...notices.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold at all is left out. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
}
