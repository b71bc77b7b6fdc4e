/** Runs that are long enough to carry a sentence. */
const base64 = /[A-Za-z0-9+/_-]{40,}={0,2}/g
const hex = /\b(?:0x)?(?:[0-9a-fA-F]{2}[ :]?){24,}/g
const escapes =
  /(?:&#x?[0-9a-fA-F]{2,6};){8,}|(?:\\u[0-9a-fA-F]{4}){8,}|(?:\\x[0-9a-fA-F]{2}){8,}|(?:%[0-9a-fA-F]{2}){12,}/g
const MOST_DECODED = 4000

/** What a run can be made of; nearly every text has none that is long enough. */
const inBase64 = charactersOf(/[A-Za-z0-9+/_-]/)
const inHex = charactersOf(/[0-9a-fA-F :]/)
const SHORTEST_BASE64 = 40
const SHORTEST_HEX = 48
const escaping = /&#|[\\%]/

/** Prose that is written so that a person cannot read it and a model can; undefined when there is none. */
export function encodedProse(text: string): { readonly prose: string; readonly index: number } | undefined {
  for (const { 0: run, index } of runsIn(text, base64, inBase64, SHORTEST_BASE64)) {
    const prose = proseOf(Buffer.from(run.slice(0, MOST_DECODED), 'base64').toString('utf8'))
    if (prose) return { prose, index }
  }
  for (const { 0: run, index } of runsIn(text, hex, inHex, SHORTEST_HEX)) {
    const digits = run.replace(/^0x/, '').replaceAll(/[ :]/g, '').slice(0, MOST_DECODED)
    const prose = proseOf(Buffer.from(digits, 'hex').toString('utf8'))
    if (prose) return { prose, index }
  }
  if (!escaping.test(text)) return undefined
  for (const { 0: run, index } of text.matchAll(escapes)) {
    const prose = proseOf(unescaped(run.slice(0, MOST_DECODED)), 2)
    if (prose) return { prose, index }
  }
  return undefined
}

function runsIn(
  text: string,
  pattern: RegExp,
  characters: Uint8Array,
  shortest: number,
): Iterable<RegExpExecArray> {
  return hasRun(text, characters, shortest) ? text.matchAll(pattern) : []
}

/** Whether so many of the characters stand in a row: then one of every so many is among them. */
function hasRun(text: string, characters: Uint8Array, length: number): boolean {
  const isOne = (at: number) => characters[text.charCodeAt(at)] === 1
  for (let at = length - 1; at < text.length; at += length) {
    if (!isOne(at)) continue
    let [from, to] = [at, at + 1]
    while (from > 0 && isOne(from - 1)) from -= 1
    while (to < text.length && to - from < length && isOne(to)) to += 1
    if (to - from >= length) return true
  }
  return false
}

function charactersOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0))
}

function unescaped(run: string): string {
  if (run.startsWith('%')) return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')
  return run.replaceAll(
    /&#x([0-9a-fA-F]+);|&#([0-9]+);|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})/g,
    (...found) => {
      const [, entity, decimal, unicode, byte] = found as (string | undefined)[]
      const code =
        decimal === undefined ? Number.parseInt(entity ?? unicode ?? byte ?? '0', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

/** Words with spaces between them, or a sentence of a script that has none. */
function proseOf(text: string, fewestWords = 4): string | undefined {
  const sample = text.slice(0, 1000)
  if (sample.length < 8 || sample.includes('\ufffd') || /(?![\t\n\r])\p{Cc}/u.test(sample)) return undefined
  const letters = (sample.match(/[\p{L}\s.,:;!?'"()-]/gu) ?? []).length
  if (letters < sample.length * 0.85) return undefined
  const words = sample.split(/\s+/).filter((word) => /^["'(]?\p{L}{2,}/u.test(word))
  const dense = (sample.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length
  return words.length >= fewestWords || dense >= 8 ? sample : undefined
}
