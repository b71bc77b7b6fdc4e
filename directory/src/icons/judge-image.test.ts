import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threadMs } from '../../../test/thread-time.ts'
import { bitmap, ico, png, pngOf, svg } from '../../test/pictures.ts'
import { createTranslate } from '../web/index.ts'
import { draw } from './draw.ts'
import { iconLinks, manifestIcons } from './icon-links.ts'
import { judgeImage } from './judge-image.ts'
import { afterLook, limits, sizes } from './model.ts'
import { sitesOf } from './find-icon.ts'

const url = 'https://publisher.example/icon'
const t = createTranslate('en')
const huge = pngOf(20_000, 20_000, Buffer.alloc(100))

/** What is sent, and the sentence that its publisher reads. */
const refused: readonly (readonly [what: string, bytes: Uint8Array | string, sentence: string])[] = [
  ['a page', '<!doctype html><title>Hello</title>', 'sends is no PNG, SVG'],
  ['nothing', '', 'sends is no PNG, SVG'],
  ['a PNG cut in its head', png(64).subarray(0, 20), 'sends is no PNG, SVG'],
  ['20,000 x 20,000 pixels', huge, 'has 20,000 × 20,000 pixels; at most 2,048 a side are drawn'],
  ['an ICO that calls a huge PNG 16 pixels', ico({ side: 16, bytes: huge }), 'has 20,000 × 20,000 pixels'],
  [
    'an ICO that calls a huge bitmap 16 pixels',
    ico({ side: 16, bytes: bitmap(16, 30_000) }),
    '30,000 × 30,000',
  ],
  ['an ICO whose pictures are outside of it', ico({ side: 16, bytes: png(16) }).subarray(0, 40), 'is no PNG'],
  ['more than 1 MiB', Buffer.alloc(limits.bytes + 1), 'sends more than 1,048,576 bytes'],
  ['a banner', png(300, 100), 'is not square: 300 × 100 pixels'],
  ['a script', svg('<script>alert(1)</script>'), 'has a script in it'],
  ['a handler', svg('<g onload="alert(1)"/>'), 'has a script in it'],
  ['a link that runs', svg('<a href="javascript:alert(1)"/>'), 'has a script in it'],
  ['HTML inside', svg('<foreignObject><p>Hi</p></foreignObject>'), 'has other content in it'],
  ['a stranger’s drawing', svg('<use href="https://other.example/a.svg#b"/>'), 'outside itself'],
  ['a stranger’s file', svg('<use xlink:href="file:///etc/passwd"/>'), 'outside itself'],
  ['a stranger’s style', svg('<style>@import "https://other.example"</style>'), 'outside itself'],
  ['a stranger’s pattern', svg('<rect fill="url(http://10.0.0.1/p#x)"/>'), 'outside itself'],
  ['a picture in a drawing', svg('<image href="data:image/png;base64,AAAA"/>'), 'has a picture in it'],
  ['entities', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;&a;')}`, 'defines entities'],
]

for (const [what, bytes, sentence] of refused) {
  test(`${what} is refused before anything decodes it, with a sentence of its own`, () => {
    const judged = judgeImage(url, Buffer.from(bytes))
    assert.ok('code' in judged, 'it was accepted')
    assert.ok(t(`icons.fault.${judged.code}`, judged.params).includes(sentence), JSON.stringify(judged))
  })
}

test('a drawing that refers to itself, and the largest picture of an ICO, are accepted', () => {
  const inside =
    '<defs><g id="a"/></defs><use href="#a"/><rect fill="url(#a)"/><path style="fill:url( \'#a\')"/>'
  const drawn = judgeImage(url, Buffer.from(svg(inside)))
  assert.equal('kind' in drawn && drawn.kind, 'svg')
  const several = ico(
    { side: 16, bytes: bitmap(16) },
    { side: 0, bytes: png(256) },
    { side: 32, bytes: bitmap(32) },
  )
  const judged = judgeImage(url, several)
  assert.deepEqual('kind' in judged && [judged.kind, judged.width], ['png', 256])
})

test('a bitmap, a PNG and a drawing become PNG of our own in six sizes', async () => {
  for (const bytes of [ico({ side: 32, bytes: bitmap(32) }), png(200), Buffer.from(svg())]) {
    const judged = judgeImage(url, bytes)
    assert.ok('kind' in judged)
    const drawn = await draw(url, judged)
    assert.ok(!('code' in drawn), JSON.stringify(drawn))
    for (const size of sizes) {
      const { kind, width, height } = judgeImage(url, drawn[size]) as {
        kind: string
        width: number
        height: number
      }
      assert.deepEqual([kind, width, height], ['png', size, size])
    }
  }
})

test('what only looks like an image ends its own thread; what takes too long is ended', async () => {
  const broken = judgeImage(url, pngOf(64, 64, Buffer.from('no pixels at all')))
  assert.ok('kind' in broken)
  assert.deepEqual(await draw(url, broken), { code: 'broken', params: { url } })
  assert.deepEqual(await draw(url, broken, 1), { code: 'too-slow', params: { url } })
})

test('icons of a page are tried by use: the smallest that is sharp everywhere, then larger, then smaller ones', () => {
  const page =
    '<link rel="icon" sizes="16x16 32x32" href="/a.png"><LINK href=b.svg REL=icon><link rel=stylesheet href=c.css>' +
    '<link rel="apple-touch-icon" href="d.png?x=1&amp;y=2"><link rel=manifest href="/m.json"><link rel="icon">'
  const { icons, manifest } = iconLinks(page, 'https://publisher.example/x/')
  assert.deepEqual(
    icons.map((icon) => icon.slice('https://publisher.example'.length)),
    ['/x/d.png?x=1&y=2', '/x/b.svg', '/a.png'],
  )
  assert.equal(manifest, 'https://publisher.example/m.json')
  const text = JSON.stringify({
    icons: [
      { src: 'mask.png', sizes: '512x512', purpose: 'maskable' },
      { src: 'small.png', sizes: '48x48' },
      { src: 'large.png', sizes: '192x192', purpose: 'any maskable' },
      null,
    ],
  })
  assert.deepEqual(
    manifestIcons(text, 'https://publisher.example/').map((icon) => new URL(icon).pathname),
    ['/large.png', '/small.png'],
  )
  for (const nothing of ['', 'null', '[]', '{"icons":{}}', '{"icons":[1,{"src":3}]}']) {
    assert.deepEqual(manifestIcons(nothing, 'https://publisher.example/'), [])
  }
  const started = threadMs()
  iconLinks(`${'<link '.repeat(80_000)}${'<link rel="'.repeat(40_000)}`, 'https://publisher.example/')
  assert.ok(threadMs() - started < 1_000)
})

test('after the server’s own host its registrable domain is asked, never a host of many publishers', () => {
  const sites = (server: string) => sitesOf(`${server}/mcp`).map((site) => new URL(site).host)
  assert.deepEqual(sites('https://mcp.api.example.co.uk'), ['mcp.api.example.co.uk', 'example.co.uk'])
  assert.deepEqual(sites('https://someone.github.io'), ['someone.github.io'])
  assert.deepEqual(sites('https://example.com'), ['example.com'])
  assert.deepEqual(sites('http://127.0.0.1:80'), ['127.0.0.1'])
})

test('trouble keeps the icon; only a second look without any takes it away', () => {
  const at = new Date('2026-11-21T10:00:00Z')
  const source = { url, kind: 'png', width: 64, height: 64 } as const
  const before = { source, digest: 'a', misses: 0 }
  const none = { fault: { code: 'none', params: { url } } } as const
  const slow = { fault: { code: 'unreachable', params: { url } } } as const
  const once = afterLook(before, none, at)
  assert.deepEqual([once.digest, once.misses, once.dueAt], ['a', 1, new Date('2026-11-21T16:00:00Z')])
  assert.equal(afterLook(once, slow, at).digest, 'a')
  const gone = afterLook(once, none, at)
  assert.deepEqual([gone.digest, gone.source], [null, null])
  const back = afterLook(gone, { source, digest: 'b' }, at)
  assert.deepEqual([back.digest, back.fault, back.misses], ['b', null, 0])
  assert.equal(back.dueAt.toISOString(), '2026-11-22T10:00:00.000Z')
})
