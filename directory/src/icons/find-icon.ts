import { isWireError, type SafeFetch, type SafeResponse } from '@connectory/wire'
import { getDomain } from 'tldts'
import { draw } from './draw.ts'
import { iconLinks, manifestIcons } from './icon-links.ts'
import { judgeImage } from './judge-image.ts'
import { limits, type IconFault, type Look } from './model.ts'

export interface Wanted {
  readonly serverUrl: string
  readonly customUrl: string | null
}

interface Visit {
  readonly fetch: SafeFetch
  readonly signal: AbortSignal
}

const wholeMs = 30_000
const oneRequestMs = 8_000
const mostHops = 4

/**
 * The icon of a listing: at the publisher's own address when there is one, else of the site of its server, else of the
 * registrable domain above it. What the first address that answers with an image says, counts.
 */
export async function findIcon(fetch: SafeFetch, wanted: Wanted): Promise<Look> {
  const visit = { fetch, signal: AbortSignal.timeout(wholeMs) }
  if (wanted.customUrl !== null) return await lookAt(visit, wanted.customUrl)
  let worst: IconFault | undefined
  const sites = sitesOf(wanted.serverUrl)
  for (const site of sites) {
    const look = await lookAtSite(visit, site)
    if (look.found) return look
    if (worst === undefined || worst.code === 'none') worst = look.fault
  }
  return { found: false, fault: worst ?? none(sites[0] ?? wanted.serverUrl) }
}

/** `https://mcp.example.co.uk/` and `https://example.co.uk/`; of a shared host such as a platform's, only its own. */
export function sitesOf(serverUrl: string): readonly string[] {
  const own = new URL('/', serverUrl)
  const domain = getDomain(own.hostname, { allowPrivateDomains: true })
  if (domain === null || domain === own.hostname || own.protocol !== 'https:') return [own.href]
  return [own.href, `https://${domain}/`]
}

async function lookAtSite(visit: Visit, site: string): Promise<Look> {
  let worst: IconFault | undefined
  const { urls, fault } = await candidates(visit, site)
  for (const url of urls) {
    const look = await lookAt(visit, url)
    if (look.found) return look
    if (!isAbsent(look.fault)) worst ??= look.fault
  }
  return { found: false, fault: worst ?? fault ?? none(site) }
}

interface Read {
  readonly text: string
  /** Why there may be more: what could not be read says nothing of its links. */
  readonly fault?: IconFault
}

async function candidates(visit: Visit, site: string) {
  const page = await get(visit, site, limits.pageBytes)
  if ('code' in page) return { urls: [], fault: page }
  const html = await textOf(page)
  const { icons, manifest } = iconLinks(html.text, page.url)
  const listed = icons.slice(0, limits.candidates)
  const named = manifest === undefined || listed.length > 0 ? undefined : await manifestOf(visit, manifest)
  const urls = [...listed, ...(named?.icons ?? []), new URL('/favicon.ico', page.url).href]
  return { urls: [...new Set(urls)], fault: html.fault ?? named?.fault }
}

async function manifestOf(visit: Visit, url: string) {
  const answer = await get(visit, url, limits.pageBytes)
  if ('code' in answer) return { icons: [], fault: answer }
  const { text, fault } = await textOf(answer)
  return { icons: manifestIcons(text, answer.url).slice(0, 3), fault }
}

async function textOf(answer: SafeResponse): Promise<Read> {
  const { status, url } = answer
  if (status === 200) {
    const text = await answer.text().catch((error: unknown) => faultOf(url, error, limits.pageBytes))
    return typeof text === 'string' ? { text } : { text: '', fault: text }
  }
  await answer.body.cancel().catch(() => undefined)
  const isTrouble = status >= 500 || status === 429
  return { text: '', ...(isTrouble && { fault: { code: 'status', params: { url, status } } }) }
}

async function lookAt(visit: Visit, url: string): Promise<Look> {
  const answer = await get(visit, url, limits.bytes)
  if ('code' in answer) return { found: false, fault: answer }
  if (answer.status !== 200) {
    await answer.body.cancel().catch(() => undefined)
    return { found: false, fault: { code: 'status', params: { url, status: answer.status } } }
  }
  const bytes = await answer.bytes().catch((error: unknown) => faultOf(url, error, limits.bytes))
  if ('code' in bytes) return { found: false, fault: bytes }
  const image = judgeImage(url, bytes)
  if ('code' in image) return { found: false, fault: image }
  const drawn = await draw(url, image)
  if ('code' in drawn) return { found: false, fault: drawn }
  const { kind, width, height } = image
  return { found: true, source: { url, kind, width, height }, renditions: drawn }
}

/** Follows redirects to other origins too, as browsers do with icons: every one is a new request through the same door. */
async function get(visit: Visit, start: string, maxBytes: number): Promise<SafeResponse | IconFault> {
  let url = start
  for (let hop = 0; ; hop += 1) {
    try {
      const accept = { accept: 'text/html,image/*,application/manifest+json;q=0.9,*/*;q=0.5' }
      return await visit.fetch(url, {
        headers: accept,
        signal: visit.signal,
        timeoutMs: oneRequestMs,
        maxBytes,
        redirects: 3,
      })
    } catch (error) {
      const to = isWireError(error) && error.code === 'redirect-refused' ? error.facts['to'] : undefined
      if (typeof to !== 'string' || hop >= mostHops) return faultOf(start, error, maxBytes)
      url = to
    }
  }
}

function faultOf(url: string, error: unknown, most: number): IconFault {
  if (!isWireError(error)) throw error
  if (error.code === 'body-too-large') return { code: 'too-large', params: { url, most } }
  return { code: 'unreachable', params: { url, problem: error.message } }
}

function none(site: string): IconFault {
  return { code: 'none', params: { url: site } }
}

/** Only this says that there is no icon; all else may be otherwise tomorrow. */
function isAbsent({ code, params }: IconFault): boolean {
  return code === 'status' && (params['status'] === 404 || params['status'] === 410)
}
