import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { threadMs } from '../../../test/thread-time.ts'
import { estimateTokens, fitsTokens } from './token-estimate.ts'

/** In slices: the tokenizer is quadratic on unbroken runs. */
function countTokens(text: string): number {
  let tokens = 0
  for (let at = 0; at < text.length; at += 1024) tokens += encode(text.slice(at, at + 1024)).length
  return tokens
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const prose =
  'A connector is a server that offers tools to an assistant. Before it is listed, somebody looks at what it does, ' +
  'and whether each tool says if it only reads or also changes things. People can then connect it with their own ' +
  'account, and they can disconnect it at any time. What was checked stays visible, together with the evidence. '
const rows = Array.from({ length: 200 }, (_, index) => ({
  id: index * 7919,
  name: `item ${index}`,
  active: index % 2 === 0,
  price: index / 7,
  tags: ['alpha', 'beta'],
}))
const samples: Readonly<Record<string, string>> = {
  'English prose': prose.repeat(10),
  'German prose':
    'Das ist ein gewöhnlicher deutscher Text über Server, die Werkzeuge anbieten, und über Menschen, die jeden Schritt bestätigen. '.repeat(
      20,
    ),
  JSON: JSON.stringify(rows),
  'indented JSON': JSON.stringify(rows, null, 2),
  code: read('./safe-fetch.ts'),
  Chinese:
    '模型上下文协议是一种开放标准，它让人工智能应用能够安全地连接到外部的数据源和工具。服务器公开工具，客户端调用它们。'.repeat(
      20,
    ),
  Japanese: 'これは日本語の文章です。サーバーはツールを公開し、クライアントがそれを呼び出します。'.repeat(20),
  Korean: '이것은 한국어 문장입니다. 서버는 도구를 공개하고 클라이언트는 그것을 호출합니다. '.repeat(20),
  Cyrillic:
    'Это обычный русский текст о том, как сервер предоставляет инструменты, а клиент вызывает их. '.repeat(
      20,
    ),
  Arabic:
    'هذا نص عربي عادي عن خادم يقدم أدوات وعميل يستدعيها. المستخدم يؤكد دائما كل إجراء قبل تنفيذه. '.repeat(
      20,
    ),
  Hindi: 'यह एक सामान्य हिंदी पाठ है कि सर्वर उपकरण प्रदान करता है और ग्राहक उन्हें बुलाता है। '.repeat(20),
  base64: randomBytes(6000).toString('base64'),
  hexadecimal: randomBytes(6000).toString('hex'),
  numbers: rows.map(({ id }) => id * 31).join(','),
  emoji: '🎉😀🚀🔥👍🏽👨‍👩‍👧'.repeat(50),
}
for (const [kind, text] of Object.entries(samples)) {
  test(`${kind}: the estimate is at most a tenth too low and a half too high`, () => {
    const ratio = estimateTokens(text).tokens / countTokens(text)
    assert.ok(ratio >= 0.9 && ratio <= 1.5, `ratio ${ratio.toFixed(2)}`)
  })
}

test('text of no more bytes than the cap always fits, longer text by estimate', () => {
  assert.equal(fitsTokens('🎉'.repeat(6250), 25_000), true)
  assert.equal(fitsTokens(prose.repeat(300), 25_000), true)
  assert.equal(fitsTokens(prose.repeat(600), 25_000), false)
})

test('bytes and characters are exact', () => {
  assert.partialDeepStrictEqual(estimateTokens('aä🎉'), { bytes: 7, characters: 4 })
  assert.deepEqual(estimateTokens(''), { tokens: 0, bytes: 0, characters: 0 })
})

test('up to the bound the estimate is exact, beyond it the beginning stands for the whole', () => {
  const words = (count: number): string => 'word '.repeat(count)
  assert.equal(estimateTokens(words(25_000), 25_000).tokens, 25_000)
  assert.equal(estimateTokens(words(25_001), 25_000).tokens, 25_001)
  const long = estimateTokens(words(2_000_000), 25_000)
  assert.ok(Math.abs(long.tokens - 2_000_000) < 200, String(long.tokens))
  assert.equal(long.characters, 10_000_000)
})

test('cheap text in front does not hide what comes behind it', () => {
  const text = `${' '.repeat(1_000_000)}${'漢'.repeat(500_000)}`
  assert.ok(estimateTokens(text, 25_000).tokens > 25_000)
})

test('sixteen megabytes beyond the bound take no longer than their beginning', () => {
  for (const unit of ['a b ', 'aB3', '\u007f', '漢', '[]', 'a\n']) {
    const text = unit.repeat(Math.ceil(16_000_000 / unit.length))
    const started = threadMs()
    assert.ok(estimateTokens(text, 25_000).tokens > 25_000)
    assert.ok(threadMs() - started < 500, JSON.stringify(unit))
  }
})

test('one megabyte of anything takes well under a second', () => {
  for (const unit of ['a', ' ', '\n', '{"a":1},', 'aB3', '👨‍👩‍👧', '汉', '-', '=']) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const started = threadMs()
    estimateTokens(text)
    assert.ok(threadMs() - started < 1500, JSON.stringify(unit))
  }
})
