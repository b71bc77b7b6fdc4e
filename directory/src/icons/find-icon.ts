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

const oneRequestMs = 8_000
const mostHops = 4

/**
 * The icon of a listing: at the publisher's own address when there is one, else of the site of its server, else of the
 * registrable domain above it. What the first address that answers with an image says, counts.
 */
export async function findIcon(fetch: SafeFetch, wanted: Wanted, wholeMs = 30_000): Promise<Look> {
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

async function candidates(visit: Visit, site: string) {
  const page = await get(visit, site, limits.pageBytes)
  if ('code' in page) return { urls: [], fault: page }
  const html = page.status === 200 ? await textOf(page) : undefined
  if (html === undefined) await page.body.cancel().catch(() => undefined)
  const { icons, manifest } =
    html === undefined ? { icons: [], manifest: undefined } : iconLinks(html, page.url)
  const listed = icons.slice(0, limits.candidates - 2)
  const fromManifest = manifest === undefined || listed.length > 0 ? [] : await manifestOf(visit, manifest)
  const urls = [...listed, ...fromManifest, new URL('/favicon.ico', page.url).href]
  return { urls: [...new Set(urls)].slice(0, limits.candidates), fault: undefined }
}

async function manifestOf(visit: Visit, url: string): Promise<readonly string[]> {
  const answer = await get(visit, url, limits.pageBytes)
  if ('code' in answer) return []
  const text = await textOf(answer)
  return text === undefined || answer.status !== 200 ? [] : manifestIcons(text, answer.url).slice(0, 3)
}

async function textOf(answer: SafeResponse): Promise<string | undefined> {
  return await answer.text().catch((error: unknown) => {
    if (isWireError(error)) return undefined
    throw error
  })
}

async function lookAt(visit: Visit, url: string): Promise<Look> {
  const answer = await get(visit, url, limits.bytes)
  if ('code' in answer) return { found: false, fault: answer }
  if (answer.status !== 200) {
    await answer.body.cancel().catch(() => undefined)
    return { found: false, fault: { code: 'status', params: { url, status: answer.status } } }
  }
  const bytes = await answer.bytes().catch((error: unknown) => faultOf(url, error))
  if ('code' in bytes) return { found: false, fault: bytes }
  const image = judgeImage(url, bytes)
  if ('code' in image) return { found: false, fault: image }
  const drawn = await draw(url, image)
  if ('code' in drawn) return { found: false, fault: drawn as IconFault }
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
      if (typeof to !== 'string' || hop >= mostHops) return faultOf(start, error)
      url = to
    }
  }
}

function faultOf(url: string, error: unknown): IconFault {
  if (!isWireError(error)) throw error
  if (error.code === 'body-too-large') return { code: 'too-large', params: { url, most: limits.bytes } }
  return { code: 'unreachable', params: { url, problem: error.message } }
}

function none(site: string): IconFault {
  return { code: 'none', params: { url: site } }
}

/** Only this says that there is no icon; all else may be otherwise tomorrow. */
function isAbsent({ code, params }: IconFault): boolean {
  return code === 'status' && (params['status'] === 404 || params['status'] === 410)
}
