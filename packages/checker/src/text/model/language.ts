import { isDense } from './tokens.ts'

export const tongues = ['en', 'de', 'es', 'fr', 'zh', 'ja'] as const
export type Tongue = (typeof tongues)[number]

const common: readonly (readonly [Tongue, ReadonlySet<string>])[] = [
  [
    'en',
    words('the of to and is are in for with that this be by on as it an or from at not when if you your'),
  ],
  [
    'de',
    words(`der die das und ist sind im mit dass den dem des ein eine einen einer zu zum zur nicht auf von bei wird
    werden wenn sich auch fur als ohne nach vor alle an am oder sie ihr du`),
  ],
  [
    'es',
    words(`el la los las y es son en con que del de una un para por no al se lo su sus cuando si como sin o toda
    todas cada antes tu`),
  ],
  [
    'fr',
    words(`le la les et est sont dans avec que du de des une un pour par pas ne au aux se ce sa ses son quand si
    sans ou toute chaque avant votre vos l d qu il a`),
  ],
]

/** In which language a text seems to be; English when nothing tells. */
export function tongueOf(tokens: readonly string[]): Tongue {
  const dense = tokens.filter((token) => isDense(token))
  const kana = dense.filter((token) => token >= '\u3041' && token <= '\u30ff').length
  const latin = tokens.length - dense.length
  if (dense.length >= 6 && dense.length > latin / 2) return kana * 6 > dense.length ? 'ja' : 'zh'
  let best: Tongue = 'en'
  let most = 0
  for (const [tongue, frequent] of common) {
    const count = tokens.filter((token) => frequent.has(token)).length
    if (count > most) [best, most] = [tongue, count]
  }
  return best
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
