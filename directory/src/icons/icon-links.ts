export interface IconLinks {
  /** Addresses of icons, the most useful first. */
  readonly icons: readonly string[]
  readonly manifest: string | undefined
}

const large = 512

/** What `<link rel="icon">`, `apple-touch-icon` and `manifest` name; linear in the length of the page. */
export function iconLinks(html: string, base: string): IconLinks {
  const icons: Sized[] = []
  let manifest: string | undefined
  for (const piece of html.split('<')) {
    if (!/^link\s/i.test(piece)) continue
    const tag = piece.slice(0, 2000).split('>', 1)[0] ?? ''
    const rel = (attribute(tag, 'rel') ?? '').toLowerCase().split(/\s+/)
    const href = attribute(tag, 'href') ?? ''
    if (href === '' || !URL.canParse(href, base)) continue
    const url = new URL(href, base).href
    if (rel.includes('manifest')) manifest ??= url
    const touch = rel.includes('apple-touch-icon') || rel.includes('apple-touch-icon-precomposed')
    if (!touch && !rel.includes('icon')) continue
    const hint = `${attribute(tag, 'type') ?? ''} ${new URL(url).pathname}`
    icons.push({ url, side: sideOf(attribute(tag, 'sizes'), hint, touch ? 180 : 16) })
  }
  return { icons: bestFirst(icons), manifest }
}

/** The icons of a web app manifest. @see https://www.w3.org/TR/appmanifest/#icons-member */
export function manifestIcons(text: string, base: string): readonly string[] {
  const icons = listIn(text).flatMap((icon): Sized[] => {
    const { src, sizes, type, purpose } = (icon ?? {}) as Record<string, unknown>
    if (typeof src !== 'string' || !URL.canParse(src, base)) return []
    // A maskable icon has a margin that only a mask takes away; a monochrome one is a shape without colours.
    if (typeof purpose === 'string' && !purpose.split(/\s+/).includes('any')) return []
    return [{ url: new URL(src, base).href, side: sideOf(textIn(sizes), `${textIn(type)} ${src}`, 16) }]
  })
  return bestFirst(icons)
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

interface Sized {
  readonly url: string
  readonly side: number
}

/** The smallest that is still sharp in every size, then the larger ones, then the small ones, the largest first. */
function bestFirst(icons: readonly Sized[]): string[] {
  const rank = ({ side }: Sized): number => (side >= 128 ? side : 1e6 - side)
  return [...new Set(icons.toSorted((one, other) => rank(one) - rank(other)).map(({ url }) => url))]
}

function sideOf(sizes: string | undefined, hint: string, otherwise: number): number {
  if (/svg/i.test(hint) || /\bany\b/i.test(sizes ?? '')) return large
  const sides = (sizes ?? '').split(/\s+/).map((size) => Number.parseInt(size, 10))
  const known = sides.filter((side) => side > 0)
  return known.length === 0 ? otherwise : Math.max(...known)
}

function listIn(text: string): readonly unknown[] {
  try {
    const manifest: unknown = JSON.parse(text)
    const icons: unknown =
      manifest !== null && typeof manifest === 'object' && 'icons' in manifest && manifest.icons
    return Array.isArray(icons) ? icons.slice(0, 50) : []
  } catch {
    return []
  }
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(tag)
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.replaceAll('&amp;', '&').trim()
}
