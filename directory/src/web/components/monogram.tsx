/** Backgrounds on which white text has a contrast of at least 4.5. */
const colours = [
  ['#3b4fd8', '#2b3bb0'],
  ['#6d3fd4', '#5530ad'],
  ['#9333a8', '#752886'],
  ['#b02a73', '#8c215b'],
  ['#b93238', '#94272c'],
  ['#a8480f', '#86390c'],
  ['#85590a', '#6a4708'],
  ['#52700f', '#41590c'],
  ['#1f7a3d', '#186130'],
  ['#0b766b', '#085e55'],
  ['#0e7090', '#0b5973'],
  ['#1f63c4', '#184f9d'],
] as const

function hash(text: string): number {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619)
  return value >>> 0
}

/** First letters of the first two words; one word gives one letter. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32).toUpperCase())
    .join('')
}

/** The same as a file of its own. The letters come from `initials`, which lets nothing through that is markup. */
export function monogramFile(name: string, side: number): string {
  const [from] = colours[hash(name) % colours.length] ?? colours[0]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 40 40">` +
    `<rect width="40" height="40" rx="10" fill="${from}"/>` +
    `<text x="20" y="20" fill="#fff" font-family="sans-serif" font-size="16" font-weight="600" ` +
    `text-anchor="middle" dominant-baseline="central">${initials(name)}</text></svg>`
  )
}

/** An icon drawn from a name, always the same for the same name; for listings that brought none. */
export function Monogram({
  name,
  size = 'normal',
}: {
  readonly name: string
  readonly size?: 'normal' | 'large'
}) {
  const [from, to] = colours[hash(name) % colours.length] ?? colours[0]
  const id = `monogram-${hash(name).toString(36)}`
  return (
    <svg class={`monogram monogram-${size}`} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color={from} />
          <stop offset="1" stop-color={to} />
        </linearGradient>
      </defs>
      <rect width="40" height="40" rx="10" fill={`url(#${id})`} />
      <text x="20" y="20" fill="#fff" text-anchor="middle" dominant-baseline="central">
        {initials(name)}
      </text>
    </svg>
  )
}
