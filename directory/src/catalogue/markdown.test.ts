import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threadMs } from '../../../test/thread-time.ts'
import { renderMarkdown } from './markdown.ts'

test('headings begin below those of the page, emphasis, lists, code and tables are kept', () => {
  const html = renderMarkdown('# One\n\n**bold** `code`\n\n- item\n\n| a |\n|---|\n| 1 |')
  for (const part of [
    '<h3>One</h3>',
    '<strong>bold</strong>',
    '<code>code</code>',
    '<li>item</li>',
    '<td>1</td>',
  ]) {
    assert.ok(html.includes(part), `${part} in ${html}`)
  }
})

test('headings never skip a level, whatever the publisher wrote', () => {
  const html = renderMarkdown('#### A\n\n###### B\n\n## C\n\n# D\n\n### E\n\nF\n-')
  assert.deepEqual(
    [...html.matchAll(/<(h\d)>(\w)<\/(h\d)>/g)].map(([, open, name, close]) => [open, name, close].join(' ')),
    ['h3 A h3', 'h4 B h4', 'h3 C h3', 'h3 D h3', 'h4 E h4', 'h4 F h4'],
  )
})

test('a link to another site leads there without our recommendation', () => {
  assert.equal(
    renderMarkdown('[docs](https://example.com/a?b=1&c=2 "title")').trim(),
    '<p><a href="https://example.com/a?b=1&amp;c=2" rel="nofollow noopener ugc">docs</a></p>',
  )
  assert.match(
    renderMarkdown('https://example.com'),
    /<a href="https:\/\/example\.com" rel="nofollow noopener ugc">/,
  )
  assert.match(renderMarkdown('<help@example.com>'), /href="mailto:help@example\.com"/)
})

/** Each is tried alone and inside other constructions. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>*{display:none}</style>',
  '<form action="https://evil.example"><input name=password></form>',
  '<div onclick="alert(1)" style="position:fixed;inset:0">x</div>',
  '<base href="https://evil.example">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/submissions/new)',
  '[x](\\\\evil.example)',
  '[x](http://evil.example)',
  '[x][1]\n\n[1]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[![x](https://evil.example/pixel.png)](https://example.com)',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!-- comment --><script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</script>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '[x](https://example.com" onmouseover="alert(1))',
  '[x](<https://example.com" onmouseover="alert(1)>)',
  '"><script>alert(1)</script>',
  '<a id=main class=button name=token>x</a>',
  '<x-evil></x-evil><copy-button data-text="rm -rf /"></copy-button><live-region src="https://evil.example"></live-region>',
  '<p hx-get="https://evil.example" hx-trigger="load">x</p>',
]

const allowed =
  /^(p|br|hr|em|strong|s|code|pre|blockquote|ul|ol|li|a|h3|h4|h5|h6|table|thead|tbody|tr|th|td)$/

/** Every tag and every attribute of the result, read the way a browser reads text between < and >. */
function offences(html: string): string[] {
  const found: string[] = []
  for (const [, name = '', attributes = ''] of html.matchAll(/<\/?([a-zA-Z][^\s/>]*)([^>]*)>/g)) {
    if (!allowed.test(name)) found.push(`<${name}>`)
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      const good = name === 'a' && (key === 'rel' || (key === 'href' && /^(https:\/\/|mailto:)/.test(value)))
      if (!good) found.push(`${name} ${key}=${value}`)
    }
    const rest = attributes.replaceAll(/[\w:-]+="[^"]*"/g, '').replaceAll(/[\s/]/g, '')
    if (rest !== '') found.push(`${name} ${rest}`)
  }
  if (/<(?![a-zA-Z/])|<[^>]*$/.test(html)) found.push('a bare <')
  return found
}

for (const text of hostile) {
  test(`nothing comes through from ${JSON.stringify(text).slice(0, 70)}`, () => {
    for (const around of [
      text,
      `- ${text}`,
      `> ${text}`,
      `# ${text}`,
      `**${text}**`,
      `| ${text} |\n|---|\n| ${text} |`,
    ]) {
      assert.deepEqual(offences(renderMarkdown(around)), [], renderMarkdown(around))
    }
  })
}

test('the check above sees what must not come through', () => {
  assert.equal(offences('<script>x</script><a href="javascript:x">').length, 3)
})

test('a very nested description is rendered in a moment', () => {
  const started = threadMs()
  for (const text of [
    '>'.repeat(2_000),
    '['.repeat(2_000),
    '*a '.repeat(660),
    '`'.repeat(2_000),
    '- '.repeat(1_000),
  ]) {
    renderMarkdown(text)
  }
  assert.ok(threadMs() - started < 2_000)
})
