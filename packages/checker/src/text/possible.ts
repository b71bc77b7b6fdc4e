import type { Phrase } from './phrase.ts'
import { addStems, StemTable } from './stems.ts'
import type { Place, Texts } from './tool-texts.ts'

/** The numbers of phrases in their list, by the stems that they need; those of scripts without spaces need none. */
interface PhraseIndex {
  readonly byStem: StemTable<number>
  readonly han: readonly number[]
  readonly kana: readonly number[]
}

const indexes = new WeakMap<readonly Phrase[], PhraseIndex>()

function indexOf(phrases: readonly Phrase[]): PhraseIndex {
  const kept = indexes.get(phrases)
  if (kept) return kept
  const byStem = new StemTable<number>()
  const unspaced = { zh: [] as number[], ja: [] as number[] }
  for (const [n, { tongue, stems }] of phrases.entries()) {
    if (tongue === 'zh' || tongue === 'ja') unspaced[tongue].push(n)
    else for (const stem of stems) byStem.add(stem, n)
  }
  const made = { byStem, han: unspaced.zh, kana: unspaced.ja }
  indexes.set(phrases, made)
  return made
}

/** What stands in the texts of one speaker, in a row: nine rules look into it for their phrases. */
interface Words {
  readonly places: readonly Place[]
  /** The stems of all places, one after the other. */
  readonly stems: Int32Array
  /** Where the stems of each place end. */
  readonly ends: Int32Array
  /** 1 for a place with Chinese, 2 for one with Japanese, 3 for both. */
  readonly scripts: Uint8Array
}

const HAN = 1
const KANA = 2
/** Nothing shorter says anything, unless it is Chinese or Japanese: there a few characters can. */
const SHORTEST = 4
const dense = /[\u3040-\u9fff]/
const known = new WeakMap<Texts, Words>()

function wordsOf(texts: Texts): Words {
  const kept = known.get(texts)
  if (kept) return kept
  const places = texts.places.filter(({ text }) => text.length >= SHORTEST || dense.test(text))
  const ends = new Int32Array(places.length)
  const scripts = new Uint8Array(places.length)
  const stems: number[] = []
  for (const [n, { plain }] of places.entries()) {
    addStems(plain.text, stems)
    ends[n] = stems.length
    scripts[n] = (plain.han ? HAN : 0) | (plain.kana ? KANA : 0)
  }
  const made = { places, stems: Int32Array.from(stems), ends, scripts }
  known.set(texts, made)
  return made
}

/**
 * The phrases that each text may hold at all, in their order: a text has few stems, and there are hundreds of phrases.
 * A text that stands in several places comes once.
 */
export function* possibleIn(
  texts: Texts,
  phrases: readonly Phrase[],
): Generator<{ readonly place: Place; readonly possible: readonly Phrase[] }> {
  const { places, stems, ends, scripts } = wordsOf(texts)
  const { byStem, han, kana } = indexOf(phrases)
  const asked = new Uint8Array(phrases.length)
  let at = 0
  for (let n = 0; n < places.length; n++) {
    let any = false
    for (const end = ends[n] ?? 0; at < end; at++) {
      const some = byStem.get(stems[at] ?? 0)
      if (!some) continue
      for (const one of some) asked[one] = 1
      any = true
    }
    const script = scripts[n] ?? 0
    if (script !== 0) {
      if ((script & HAN) !== 0) for (const one of han) asked[one] = 1
      if ((script & KANA) !== 0) for (const one of kana) asked[one] = 1
      any = true
    }
    const place = places[n]
    if (!any || !place) continue
    yield { place, possible: phrases.filter((_, one) => asked[one] === 1) }
    asked.fill(0)
  }
}
