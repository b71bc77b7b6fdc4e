import { couldNotLook, doesNotApply, seen, type Looked } from './evidence.ts'
import type { DocumentFacts } from './facts.ts'
import type { TopicFacts } from './form-facts.ts'
import type { Page } from './page.ts'
import type { TopicWords } from './topic-words.ts'

const MOST_CHARACTERS = 200_000

/** Which topics the page speaks of. A page that is no answer is the business of the rule that wants the page. */
export function topicsOf(page: Page, words: TopicWords, none: string): Looked<TopicFacts> {
  const { document, text, source = '' } = page
  if (document.problem !== undefined) return couldNotLook('step-failed', { problem: document.problem })
  if (!isAnswer(document)) return doesNotApply(none)
  const { url } = document
  if (text === undefined) return seen({ url, readable: false, found: [], missing: [] })
  const plain = plainOf(`${text} ${/mailto:[\w.+-]+@[\w-]+/i.exec(source)?.[0] ?? ''}`)
  return seen({ url, ...bestLanguage(plain, words) })
}

function isAnswer({ url, status, loginForm }: DocumentFacts): boolean {
  return url !== '' && status === 200 && loginForm !== true
}

/** The language in which most topics are found; without any, English by its commonest words, or one not known here. */
function bestLanguage(plain: string, words: TopicWords): Omit<TopicFacts, 'url'> {
  const english = /\b(?:the|and|you|this)\b/.test(plain)
  let best: Omit<TopicFacts, 'url'> = english
    ? { readable: true, language: 'en', found: [], missing: Object.keys(words['en'] ?? {}) }
    : { readable: false, found: [], missing: [] }
  for (const [language, topics] of Object.entries(words)) {
    const names = Object.keys(topics)
    const found = names.filter((name) => topics[name]?.test(plain))
    if (found.length <= best.found.length) continue
    best = { readable: true, language, found, missing: names.filter((name) => !found.includes(name)) }
  }
  return best
}

function plainOf(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/\s+/g, ' ')
}
