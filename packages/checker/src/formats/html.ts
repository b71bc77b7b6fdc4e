import { renderFinding } from '../render.ts'
import type { Finding, Report } from '../report.ts'
import { visible } from '../text/visible.ts'
import { wellFormed } from '../text/well-formed.ts'
import { htmlStyle } from './html-style.ts'
import { excerptOf, outlineOf, titleOf, type Group, type Outline } from './outline.ts'

/** One HTML file that needs nothing else: no script, and nothing is loaded when it is opened. */
export function htmlReport(report: Report): string {
  const outline = outlineOf(report)
  const { word, sentence } = outline.verdict
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${html(word)}: ${html(report.target)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>Report on <bdi>${html(report.target)}</bdi></h1>
<p class="verdict ${report.verdict}"><strong>${html(word)}</strong>${html(sentence)}</p>
<p class="quiet"><bdi>${html(outline.facts.join(' · '))}</bdi></p>
${outline.notes.map((note) => `<p class="note"><bdi>${html(note)}</bdi></p>`).join('\n')}
</header>
<main>
${attention(outline)}
${unseen(outline)}
${rest(outline)}
</main>
<footer class="quiet">
<p>Checked on <time datetime="${html(report.startedAt)}">${html(report.startedAt)}</time> by ${html(report.engine)}.</p>
</footer>
</body>
</html>
`
}

function attention({ attention: groups }: Outline): string {
  if (groups.length === 0) return ''
  return `<section aria-labelledby="attention">
<h2 id="attention">To mend or to look at</h2>
${groups.map(groupBlock).join('\n')}
</section>`
}

function groupBlock({ rule, title, why, clause, level, findings }: Group): string {
  const link =
    clause === null ? '' : ` <a href="${html(clause.url)}" rel="noreferrer">${html(clause.name)}</a>`
  return `<article class="rule" aria-labelledby="${html(rule)}">
<h3 id="${html(rule)}">${html(rule)} ${html(title)} <span class="level ${level}">${level}</span></h3>
<p class="quiet">${html(why)}${link}</p>
<ul class="findings">
${findings.map((finding) => item(finding, level)).join('\n')}
</ul>
</article>`
}

function item(finding: Finding, heading: Finding['level']): string {
  const { message, fix, code } = renderFinding(finding, 'en')
  const excerpt = excerptOf(finding, 600)
  const person =
    finding.outcome === 'needs-human' ? ' <span class="level person">a person must look</span>' : ''
  const level =
    finding.level === heading ? '' : ` <span class="level ${finding.level}">${finding.level}</span>`
  return [
    `<li><p><bdi>${html(message)}</bdi>${person}${level}</p>`,
    excerpt === null ? '' : `<p class="quiet">Seen: <code><bdi>${html(excerpt)}</bdi></code></p>`,
    fix === null ? '' : `<p><strong>Fix:</strong> <bdi>${html(fix)}</bdi></p>`,
    code === null ? '' : `<pre tabindex="0"><code>${block(code)}</code></pre>`,
    '</li>',
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function unseen({ unseen: causes }: Outline): string {
  if (causes.length === 0) return ''
  const items = causes.map(
    ({ cause, rules }) =>
      `<li><p><bdi>${html(cause)}</bdi></p><p class="quiet">${rules.map(html).join(', ')}</p></li>`,
  )
  return `<section aria-labelledby="unseen">
<h2 id="unseen">Could not be evaluated</h2>
<ul class="findings">
${items.join('\n')}
</ul>
</section>`
}

function rest({ known, passed, notApplicable, notLookedAt }: Outline): string {
  const named = (rules: readonly string[]) => rules.map((rule) => `${html(rule)} ${html(titleOf(rule))}`)
  const knownLines = known.map(
    ({ rule, target }) => `${html(rule)} ${html(titleOf(rule))}: <bdi>${html(target)}</bdi>`,
  )
  const lists = [
    folded('Known from the baseline', knownLines),
    folded('Passed', named(passed)),
    folded('Not applicable', named(notApplicable)),
    folded('Not looked at', named(notLookedAt)),
  ].filter((list) => list !== '')
  if (lists.length === 0) return ''
  return `<section aria-labelledby="rest">
<h2 id="rest">Everything else</h2>
${lists.join('\n')}
</section>`
}

function folded(name: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const items = lines.map((line) => `<li>${line}</li>`).join('\n')
  return `<details><summary>${name} (${lines.length})</summary>\n<ul>\n${items}\n</ul>\n</details>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for an element or a quoted attribute. */
function html(text: string): string {
  return wellFormed(visible(text)).replaceAll(/[&<>"']/g, (one) => entities[one] ?? one)
}

function block(code: string): string {
  return code.split('\n').map(html).join('\n')
}
