import type { Plain } from './plain.ts'

type Tongue = 'en' | 'de' | 'es' | 'fr' | 'zh' | 'ja'

/** A way to say something that a tool must not say. */
export interface Phrase {
  readonly signal: string
  readonly tongue: Tongue
  /**
   * The first four letters of words, or whole shorter words, one of which every match contains (a test searches the
   * expression for one without); none for scripts without spaces.
   */
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

const MOST_MATCHES = 20

/**
 * Where the text says the phrase and means it: not negated, not quoted, not spoken of as something to detect. Asked of
 * phrases that are possible in the text.
 */
export function* saidIn(plain: Plain, one: Phrase): Generator<RegExpExecArray> {
  const { pattern } = one
  let from = 0
  for (let count = 0; count < MOST_MATCHES; count++) {
    // Everybody shares the pattern: whoever goes on says where.
    pattern.lastIndex = from
    const match = pattern.exec(plain.text)
    if (!match) return
    from = Math.max(pattern.lastIndex, match.index + 1)
    if (!isNegated(plain.text, match, one) && !isQuoted(plain, match)) yield match
  }
}

const latinNot =
  /(?:\b(?:not(?! (?:only|forget|fail|hesitate))|never|no(?! matter|w)|cannot|without(?! exception)|nor|neither|nothing|nobody|nicht|nichts|nie|niemals|keine?[nmrs]?|ohne(?! ausnahme)|weder|nunca|jamas|sin(?! excepcion)|tampoco|ni|ne|pas|jamais|sans(?! exception)|aucune?)\b|n't\b|\bn')/
const mentioned =
  /\b(?:detects?|prevents?|blocks|rejects|refuses|filters out|flags|scans for|guards against|protects against|warns about|attempts? to|attacks? that|triggers an|raises an|alerts? (?:when|if|on)|warns? (?:of|when|if)|highlights|matches|looks for|finds (?:fields|texts|hidden)|in which (?:it|the \w+) (?:is|was|are|were) told|such as|phrases? like|erkennt|verhindert|blockiert|lehnt|schutzt vor|warnt vor|meldet|detecta|impide|bloquea|rechaza|evita que|senala|protege contra|resalta|advierte|reproduce un|base de patrones|exige ser|detecte|empeche|bloque|rejette|signale|protege contre|surligne|avertit|met en evidence|hebt\b.{0,60}\bwie|loscht\b.{0,40}\bwie|markiert|entfernt)\b/
const hanNot =
  /(?:不要|不会|不得|不能|不应|不可|切勿|请勿|无需|无须|绝不|从不|并不|禁止|没有|别|勿|未|不(?![论管同断仅但止])|检测|阻止|拒绝|防止|识别|拦截)/
/** The comma that ends a clause of its own; one behind "in the case", "when" or "before" parts a verb from its "not". */
const hanClause = /(?<![下时前后中])[，,]/
/** What is said behind a phrase that is only spoken of: that it is found, or that it is one of a sort. */
const hanAfter =
  /^[^。！？\n]{0,60}(?:之类|这类|此类|等字样|的说法|的情形|的手法|发出警报|发警报|发出警告|给出警告|时告警|并告警|上报|拦截|检出|检测|标记为|剔除|突出显示)|^(?:标签|标记)/
const kanaAfter =
  /^[^。！？\n]{0,60}(?:(?:のような|みたいな|といった|などの)[^。！？\n]{0,10}(?:文|印|記号|マーク|指示|命令|要求|手口|攻撃|囲み|トークン|終わり|送信|漏れ|タグ)|などを報告|などに当たり|と書いた|と命じる|と求める説明|があれば警|警報を出(?!さ)|検出し(?!な|に)|検知し(?!な|に)|遮断し(?!な)|無害化(?!し(?:て|な))|取り除(?!いて|け|こ)|見分け(?!ら|が|に))/
const kanaNot =
  /^(?:[^。！？\n]{0,8})(?:しな|しま ?せん|せず|ません|ないで|ない|なく|てはいけ|てはなら|禁止|ことはあ|ことはな|を検出|を防|を拒否|をブロック|検知(?!され(?:ない|ず)))/

/**
 * The comma behind which another clause forbids, or has nobody told or asked: "read the file, do not tell" still says to
 * read it. A comma behind a particle parts no clauses, and "neither … nor" is one denial.
 */
const kanaOther =
  /(?<!たり|[をはがもとへにやのか])、(?=[^。！？\n、]{0,20}(?:ない(?:で(?!す)|よう)|(?:言っ|話し|教え|伝え|告げ|知らせ|報告し|通知し|明かし)て(?:は|も)(?:いけ|なら)|(?:言う|話す|教える|伝える|告げる|知らせる|(?:報告|通知|確認)(?:する|の)|求める)(?:必要|こと)[はも](?:な|あ|ご|不)|(?:確認|許可|同意|承認)[をはも]?(?:求め|取ら|待た)ず(?![^。！？\n]{0,20}こと[はも])))/g

/** A longer denial of what was said, however far behind it the verb stands. */
const kanaDenied =
  /^[^。！？\n]{0,30}(?:たりしない|てはいけません|てはいけない|てはなりません|求めず|求めません|求めていません|求めることは|必要はあり|不要です)/

/**
 * A denial that ends the sentence and takes no verb of its own, or a verb in its negative form before the next comma:
 * "first", "without exception", "without hesitation" and the like only sound like one.
 */
const kanaRefused =
  /^(?:[^。！？\n]{0,40}(?:(?:こと|処理|もの)(?:は|も)[^。！？\n、]{0,10}(?:ない|あり ?ません|ござい ?ません|でき ?ません|でき ?ない|禁じ)|必要(?:は|も)(?:ない|あり|ござい)|お断り|禁じられ|を禁ずる|の役目ではない|ことのないように)|[^。！？\n、]{0,10}(?:[かまらわがさ]ず(?!か)(?<![ぁ-ん]まず|(?:残|かな|関わ|かかわ)らず|(?:余|欠か)さず|(?:迷|問|構|ためら|かま)わず)|するな|届けるな|は使わない|は不要))/

/** A prohibition that is itself denied: it never happens without. */
const kanaNever =
  /^(?:[^。！？\n]{0,24}(?:(?:こと|もの)(?:は|では)、?[^。！？\n、]{0,6}(?:ない|なく|あり|ござい|決して|でき ?(?:ない|ません|ず)|禁じ|(?:許さ|認めら)れ(?:ない|ません|ず|ていない|ていません|ておらず|ておりません)|認め(?:ない|ません|ず))|求めません|求めず|許可して|してはいけ|てはいけません|てはなら(?:ず|ない|な)|は禁止|何もない)|[^。！？\n、]{0,24}必要は(?:ない|あり|ござい)|[はも](?:いけ|なら)な?)/

function isNegated(text: string, match: RegExpExecArray, one: Phrase): boolean {
  const { index } = match
  const end = index + match[0].length
  const after = text.slice(end, end + 80)
  if (one.tongue === 'ja') {
    if (kanaAfter.test(after)) return true
    const same = sameClause(text, end, 80)
    if (one.forbids) return kanaNever.test(same)
    return kanaNot.test(same.slice(0, 24)) || kanaDenied.test(same) || kanaRefused.test(same)
  }
  const before = sentenceBefore(text, index, 140)
  if (one.tongue === 'zh') {
    return (
      hanNot.test((before.split(hanClause).at(-1) ?? '').slice(-16)) ||
      hanAfter.test(after) ||
      (!one.forbids && hanNot.test(match[0]))
    )
  }
  const near = one.signal === 'precondition' ? before : before.slice(-40)
  if (mentioned.test(before) || latinNot.test(near)) return true
  if (one.forbids) return false
  return latinNot.test(match[0]) || (one.tongue === 'de' && latinNot.test(sentenceAfter(text, end, 30)))
}

/** What follows as far as a denial in it is one of what was said; a match may end with the comma. */
function sameClause(text: string, end: number, most: number): string {
  const from = Math.max(0, end - 3)
  kanaOther.lastIndex = Math.max(0, end - 1 - from)
  const other = kanaOther.exec(text.slice(from, end + most))
  return text.slice(end, other ? from + other.index : end + most)
}

/** What ends directly before a quotation that is an example of something. */
const exampleBefore =
  /(?:\bfor example|\bfor instance|\be\.g\.|\bsuch as|\bexamples?|\bsamples?|\btypical hit|\btest string|\bzum beispiel|\bbeispiel|\bz\. ?b\.|\bprobe|\bprufzeile|\bmuster|\bpor ejemplo|\bejemplos?|\bp\. ?ej\.|\bmuestra|\bcadena de prueba|\bpar exemple|\bexemples?|\bp\. ?ex\.|\bechantillon|\bchaine d'essai|例|例えば|たとえば|例如|比如|譬如|样本|示例|原文|如|見本|項目)\s?[:.,：、，]?\s?$/
/** Work with attacks: a quotation beside such words is what is looked for. */
const work =
  /\b(?:detect|pattern|exam item|red team|alert|scan|block|flag|sanitiz|neutrali[sz]|severity|erkenn|muster|prufung|blockier|schweregrad|detecta|patron|bloquea|gravedad|motif|bloque|gravite)|检测|模式库|考题|拦截|严重程度|検出|パターン集|試験|深刻度|無害化|点検|審査|判定/

/** In a quotation about which something is said, in its sentence or beside it. */
export function isQuoted({ text, quotes }: Plain, { index, 0: found }: RegExpExecArray): boolean {
  const end = index + found.length
  const quote = quotes.find(([from, to]) => from <= index && end <= to + 1)
  if (!quote) return false
  if (exampleBefore.test(text.slice(Math.max(0, quote[0] - 20), quote[0]))) return true
  if (work.test(text.slice(Math.max(0, quote[0] - 80), quote[0]))) return true
  if (work.test(text.slice(quote[1] + 1, quote[1] + 80))) return true
  // Something must be said about the quotation, or it is no quotation.
  const around = `${sentenceBefore(text, quote[0], 120)} ${sentenceAfter(text, quote[1] + 1, 120)}`
  const words = around.match(/[a-z\u00df]{2,}/g)?.length ?? 0
  const dense = around.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return words >= 3 || dense >= 4
}

/** A full stop inside a path or an abbreviated word ends no sentence. */
const sentenceEnd = /[.!?](?=\s|$|["'\u201d\u00bb])|[;\n。！？；]/g

function sentenceBefore(text: string, index: number, most: number): string {
  const before = text.slice(Math.max(0, index - most), index)
  const last = [...before.matchAll(sentenceEnd)].findLast(
    ({ 0: end, index: at }) => end !== '.' || at < before.length - 1,
  )
  return last ? before.slice(last.index + 1) : before
}

function sentenceAfter(text: string, index: number, most: number): string {
  const after = text.slice(index, index + most)
  const end = after.search(new RegExp(sentenceEnd.source))
  return end === -1 ? after : after.slice(0, end)
}
