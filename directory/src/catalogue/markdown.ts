import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
// An image would tell a stranger who reads the page; its words stay.
markdown.renderer.rules['image'] = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')

const tags = 'p br hr em strong s code pre blockquote ul ol li a h3 h4 h5 h6 table thead tbody tr th td'

/**
 * A publisher's description as HTML that is safe to show: no raw HTML, no images, no classes or ids, links only to
 * absolute https and mailto addresses and without our recommendation. Headings begin below those of the page.
 */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(render(text), {
    allowedTags: tags.split(' '),
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      a: (_tag, { href = '' }) => ({
        tagName: 'a',
        attribs: absolute(href) ? { href, rel: 'nofollow noopener ugc' } : ({} as Record<string, string>),
      }),
    },
  })
}

/** Headings from h3 on, each at most one level below the one it stands under, whatever the publisher wrote. */
function render(text: string): string {
  const tokens = markdown.parse(text, {})
  const above: string[] = []
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      while (above.length > 0 && (above.at(-1) ?? '') >= token.tag) above.pop()
      above.push(token.tag)
    }
    if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, 2 + above.length)}`
  }
  return markdown.renderer.render(tokens, markdown.options, {})
}

function absolute(href: string): boolean {
  return /^(https:\/\/|mailto:)/i.test(href)
}
