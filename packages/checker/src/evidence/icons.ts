import { isWireError } from '@connectory/wire'
import type { SubmissionFacts } from '../submission.ts'
import { isSafeUrl } from './document.ts'
import { couldNotLook, doesNotApply, notRequested, seen, type Looked } from './evidence.ts'
import type { Attempt } from './facts.ts'
import type { ImageFacts, SiteIconFacts } from './form-facts.ts'
import type { Pages } from './page.ts'
import type { Visit } from './visit.ts'

export interface IconParts {
  readonly siteIcon: Looked<SiteIconFacts>
  readonly customIcon: Looked<ImageFacts>
}

const MOST_BYTES = 1024 * 1024
const MOST_LINKS = 3
const kinds: ReadonlySet<string> = new Set(['png', 'ico', 'jpg', 'webp', 'gif', 'svg'])

/** The icon that the listing names, else the one of the server's site. */
export async function collectIcons(
  visit: Visit,
  pages: Pages,
  submission?: SubmissionFacts,
): Promise<IconParts> {
  if (!submission) {
    const missing = notRequested('no-submission')
    return { siteIcon: missing, customIcon: missing }
  }
  const { iconUrl } = submission
  if (iconUrl)
    return { siteIcon: doesNotApply('icon-of-its-own'), customIcon: await customIconOf(visit, iconUrl) }
  const none = iconUrl === undefined ? notRequested('not-asked') : doesNotApply('no-icon-of-its-own')
  return { siteIcon: await siteIconOf(visit, pages), customIcon: none }
}

async function customIconOf(visit: Visit, url: string): Promise<Looked<ImageFacts>> {
  if (!isSafeUrl(url, visit.fetch.allowLoopback)) return seen({ url })
  const image = await fetchImage(visit, url)
  return typeof image === 'string' ? couldNotLook('step-failed', { problem: image }) : seen(image)
}

/** The icons that the page at the root of the server's host links, and /favicon.ico. */
async function siteIconOf(visit: Visit, pages: Pages): Promise<Looked<SiteIconFacts>> {
  // The origin alone: an address may carry a credential, and a page of icons needs none.
  const site = `${visit.url.origin}/`
  const { document, source = '' } = await pages(site, 'site of the icon')
  if (document.problem !== undefined) return couldNotLook('step-failed', { problem: document.problem })
  const tried: Attempt[] = []
  const linked = document.status === 200 ? iconLinks(source, document.finalUrl ?? site) : []
  for (const url of [...linked.slice(0, MOST_LINKS), new URL('/favicon.ico', site).href]) {
    if (!isSafeUrl(url, visit.fetch.allowLoopback)) continue
    const image = await fetchImage(visit, url)
    if (typeof image === 'string') tried.push({ url, problem: image })
    else if (image.type !== undefined) return seen({ site, tried, image })
    else tried.push({ url, ...(image.status === undefined ? {} : { status: image.status }) })
  }
  const failed = tried.find(({ problem, status = 0 }) => problem !== undefined || status >= 500)
  if (failed) return couldNotLook('step-failed', { problem: failed.problem ?? `HTTP ${failed.status ?? 0}` })
  return seen({ site, tried })
}

/** The addresses of <link rel="icon">, largest first; linear in the length of the page. */
export function iconLinks(html: string, base: string): string[] {
  const found: { url: string; size: number }[] = []
  for (const piece of html.slice(0, 500_000).split('<')) {
    if (!/^link\b/i.test(piece)) continue
    const tag = piece.slice(0, Math.min(2000, (piece.indexOf('>') + 1 || piece.length + 1) - 1))
    const rel = attribute(tag, 'rel')
    const href = attribute(tag, 'href')
    if (!rel || !/(^|\s)(shortcut )?(icon|apple-touch-icon)(\s|$)/i.test(rel)) continue
    if (!href || !URL.canParse(href, base)) continue
    const url = new URL(href, base).href
    const size = /svg/i.test(`${attribute(tag, 'type')} ${url}`)
      ? 512
      : Number.parseInt(attribute(tag, 'sizes') ?? '', 10)
    found.push({ url, size: Number.isNaN(size) ? 0 : size })
  }
  return found.toSorted((one, other) => other.size - one.size).map(({ url }) => url)
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}

/** The image, or a sentence about why it could not be had. */
async function fetchImage(visit: Visit, url: string): Promise<ImageFacts | string> {
  const { fetch, log, signal } = visit
  const request = { method: 'GET', headers: { accept: 'image/*' } }
  const open = log.begin({ step: 'icon', url, body: null, ...request })
  try {
    const response = await fetch(url, {
      ...request,
      signal,
      timeoutMs: 15_000,
      maxBytes: MOST_BYTES,
      redirects: 3,
    })
    const bytes = await response.bytes()
    const { status, headers, url: finalUrl } = response
    open.finish({ response: { status, headers, body: `${bytes.length} bytes` } })
    return { url, finalUrl, status, bytes: bytes.length, ...(status === 200 ? await sizeOf(bytes) : {}) }
  } catch (error) {
    open.finish({ error })
    if (!isWireError(error)) throw error
    return error.code === 'body-too-large' ? { url, status: 200, tooBig: true } : error.message
  }
}

/** Kind and size by the first bytes; nothing for what is no image of a known kind. */
export async function sizeOf(bytes: Uint8Array): Promise<Pick<ImageFacts, 'type' | 'width' | 'height'>> {
  const { imageSize, disableTypes, types } = await import('image-size')
  disableTypes(types.filter((type) => !kinds.has(type)))
  try {
    // A copy: image-size reads on behind the end of a view into a larger buffer.
    const { type, images, ...only } = imageSize(new Uint8Array(bytes))
    if (type === undefined || !kinds.has(type)) return {}
    // An ICO holds several; the largest is the one that counts.
    const [largest = only] = [...(images ?? [])].toSorted((one, other) => other.width - one.width)
    return { type, width: largest.width, height: largest.height }
  } catch {
    return {}
  }
}
