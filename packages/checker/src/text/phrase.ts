import type { Plain } from './plain.ts'

type Tongue = 'en' | 'de' | 'es' | 'fr' | 'zh' | 'ja'

/** A way to say something that a tool must not say. */
export interface Phrase {
  readonly signal: string
  readonly tongue: Tongue
  /** Stems of four letters, one of which every match contains; none for scripts without spaces. */
  readonly stems: readonly string[]
  readonly pattern: RegExp
  /** True when the phrase is itself a prohibition ("do not tell"): a "not" inside it then negates nothing. */
  readonly forbids: boolean
}

/**
 * Declares a phrase. `…` in the pattern stands for at most forty characters of the same sentence. All gaps are bounded,
 * so the search is linear in the length of the text.
 */
export function phrase(
  signal: string,
  tongue: Tongue,
  stems: string,
  pattern: string,
  forbids: 'forbids' | '' = '',
): Phrase {
  const source = pattern.replaceAll(/…\??/g, String.raw`[^.!?;\n。！？；]{0,40}?`)
  return {
    signal,
    tongue,
    stems: stems.split(/\s+/).filter((stem) => stem !== ''),
    pattern: new RegExp(source, 'g'),
    forbids: forbids !== '',
  }
}

/** Phrases by the stems that they need; those of scripts without spaces need none. */
interface PhraseIndex {
  readonly byStem: ReadonlyMap<string, readonly number[]>
  readonly unspaced: readonly number[]
}

const indexes = new WeakMap<readonly Phrase[], PhraseIndex>()

function indexOf(phrases: readonly Phrase[]): PhraseIndex {
  const kept = indexes.get(phrases)
  if (kept) return kept
  const byStem = new Map<string, number[]>()
  const unspaced: number[] = []
  for (const [n, { tongue, stems }] of phrases.entries()) {
    if (tongue === 'zh' || tongue === 'ja') unspaced.push(n)
    else for (const stem of stems) byStem.set(stem, [...(byStem.get(stem) ?? []), n])
  }
  const made = { byStem, unspaced }
  indexes.set(phrases, made)
  return made
}

/** The phrases that the text may hold at all, in their order: a text has few stems, and there are hundreds of phrases. */
export function possibleIn(plain: Plain, phrases: readonly Phrase[]): readonly Phrase[] {
  const { byStem, unspaced } = indexOf(phrases)
  const found = new Set<number>()
  for (const stem of plain.stems) for (const n of byStem.get(stem) ?? []) found.add(n)
  if (plain.han || plain.kana) for (const n of unspaced) found.add(n)
  return [...found].toSorted((a, b) => a - b).flatMap((n) => phrases[n] ?? [])
}

const MOST_MATCHES = 20

/** Where the text says the phrase and means it: not negated, not quoted, not spoken of as something to detect. */
export function* saidIn(plain: Plain, one: Phrase): Generator<RegExpExecArray> {
  if (one.tongue === 'zh' || one.tongue === 'ja') {
    if (!(one.tongue === 'zh' ? plain.han : plain.kana)) return
  } else if (!one.stems.some((stem) => plain.stems.has(stem))) return
  let count = 0
  for (const match of plain.text.matchAll(one.pattern)) {
    if (++count > MOST_MATCHES) return
    if (!isNegated(plain.text, match, one) && !isQuoted(plain, match)) yield match
  }
}

const latinNot =
  /(?:\b(?:not(?! (?:only|forget|fail|hesitate))|never|no(?! matter|w)|cannot|without(?! exception)|nor|neither|nothing|nobody|nicht|nichts|nie|niemals|keine?[nmrs]?|ohne(?! ausnahme)|weder|nunca|jamas|sin(?! excepcion)|tampoco|ni|ne|pas|jamais|sans(?! exception)|aucune?)\b|n't\b|\bn')/
const mentioned =
  /\b(?:detects?|prevents?|blocks|rejects|refuses|filters out|flags|scans for|guards against|protects against|warns about|attempts? to|attacks? that|such as|phrases? like|erkennt|verhindert|blockiert|lehnt|schutzt vor|warnt vor|meldet|detecta|impide|bloquea|rechaza|evita que|senala|protege contra|detecte|empeche|bloque|rejette|signale|protege contre)\b/
const hanNot =
  /(?:不要|不会|不得|不能|不应|不可|切勿|请勿|无需|无须|绝不|从不|并不|禁止|没有|别|勿|未|不|检测|阻止|拒绝|防止|识别|拦截)/
const kanaNot =
  /^(?:[^。！？\n]{0,8})(?:しな|しま ?せん|せず|ません|ないで|ない|なく|てはいけ|てはなら|禁止|ことはあ|ことはな|を検出|を防|を拒否|をブロック|検知)/

/** A prohibition that is itself denied: it never happens without. */
const kanaNever = /^[^。！？\n]{0,14}(?:こと|もの)は(?:ない|あり|ござい|決して)/

function isNegated(text: string, match: RegExpExecArray, one: Phrase): boolean {
  const { index } = match
  const end = index + match[0].length
  if (one.tongue === 'ja') return (one.forbids ? kanaNever : kanaNot).test(text.slice(end, end + 24))
  const before = sentenceBefore(text, index, 90)
  if (one.tongue === 'zh') return hanNot.test(before.slice(-10)) || (!one.forbids && hanNot.test(match[0]))
  if (mentioned.test(before) || latinNot.test(before.slice(-40))) return true
  if (one.forbids) return false
  return latinNot.test(match[0]) || (one.tongue === 'de' && latinNot.test(sentenceAfter(text, end, 30)))
}

/** What ends directly before a quotation that is an example of something. */
const exampleBefore =
  /(?:\bfor example|\bfor instance|\be\.g\.|\bsuch as|\bexamples?|\bzum beispiel|\bz\. ?b\.|\bpor ejemplo|\bpar exemple|例|例えば|たとえば|例如|比如|譬如)\s?[:,：、，]?\s?$/

function isQuoted({ text, quotes }: Plain, { index, 0: found }: RegExpExecArray): boolean {
  const end = index + found.length
  const quote = quotes.find(([from, to]) => from <= index && end <= to + 1)
  if (!quote) return false
  if (exampleBefore.test(text.slice(Math.max(0, quote[0] - 16), quote[0]))) return true
  // Something must be said about the quotation, or it is no quotation.
  const around = `${sentenceBefore(text, quote[0], 120)} ${sentenceAfter(text, quote[1] + 1, 120)}`
  const words = around.match(/[a-z\u00df]{2,}/g)?.length ?? 0
  const dense = around.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return words >= 3 || dense >= 4
}

function sentenceBefore(text: string, index: number, most: number): string {
  const before = text.slice(Math.max(0, index - most), index)
  return before.slice(Math.max(...Array.from('.!?;\n。！？；').map((end) => before.lastIndexOf(end))) + 1)
}

function sentenceAfter(text: string, index: number, most: number): string {
  const after = text.slice(index, index + most)
  const end = after.search(/[.!?;\n。！？；]/)
  return end === -1 ? after : after.slice(0, end)
}
