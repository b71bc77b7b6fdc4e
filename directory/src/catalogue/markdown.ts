import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false })
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
// An image would tell a stranger who reads the page; its words stay.
markdown.renderer.rules['image'] = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')

const tags = 'p br hr em strong s code pre blockquote ul ol li a h3 h4 h5 h6 table thead tbody tr th td'

const headings = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6' } as const

/**
 * A publisher's description as HTML that is safe to show: no raw HTML, no images, no classes or ids, links only to
 * absolute https and mailto addresses and without our recommendation. Headings begin below those of the page.
 */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(markdown.render(text), {
    allowedTags: tags.split(' '),
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      ...headings,
      a: (_tag, { href = '' }) => ({
        tagName: 'a',
        attribs: absolute(href) ? { href, rel: 'nofollow noopener ugc' } : ({} as Record<string, string>),
      }),
    },
  })
}

function absolute(href: string): boolean {
  return /^(https:\/\/|mailto:)/i.test(href)
}
