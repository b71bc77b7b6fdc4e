import type { Database } from '../kernel/index.ts'
import type { SearchQuery, SearchResult } from './catalogue.ts'
import {
  findBest,
  findRanked,
  knownWords,
  mostCandidates,
  similarWords,
  type Found,
  type Wanted,
} from './store-search.ts'
import { squash, termsOf, type Term } from './words.ts'

export const pageSize = 20
/** Below so many hits, what may have been meant is looked for too. */
const few = 10
/** A page number beyond every candidate is answered as an empty page. */
const lastPage = 1_000

/** Finds published listings by words of their names, tools and descriptions, forgiving a slip of the keyboard. */
export async function search(db: Database, query: SearchQuery): Promise<SearchResult> {
  const page = Math.min(Math.max(1, Math.trunc(query.page)), lastPage)
  const filters = { category: query.category, auth: query.auth }
  const range = { ...filters, limit: pageSize, offset: (page - 1) * pageSize }
  const terms = termsOf(query.text)
  if (terms.length === 0) {
    const found = await findBest(db, range)
    return answer(found, page, { bounded: false, insteadOf: [] })
  }
  const names = [{ word: squash(query.text), weight: 1 }]
  const typed = { strict: every(terms, new Map()), names }
  const found = await findRanked(db, { ...range, ...typed, loose: undefined })
  const total =
    page === 1 || found.cards.length > 0 ? found.total : await totalOf(db, { ...filters, ...typed })
  if (total >= few) return answer({ cards: found.cards, total }, page, { insteadOf: [] })
  return searchWider(db, { query, page, range, typed, terms, total })
}

async function searchWider(
  db: Database,
  wider: {
    readonly query: SearchQuery
    readonly page: number
    readonly range: Pick<Wanted, 'category' | 'auth' | 'limit' | 'offset'>
    readonly typed: Pick<Wanted, 'strict' | 'names'>
    readonly terms: readonly Term[]
    readonly total: number
  },
): Promise<SearchResult> {
  const { page, range, typed, terms } = wider
  const meant = await meantBy(db, terms)
  const whole = squash(wider.query.text)
  const names = whole.length < 4 ? [] : await similarWords(db, whole, 'name', 5)
  const wanted = { ...range, strict: typed.strict, names: [...typed.names, ...names] }
  const found = await findRanked(db, { ...wanted, loose: every(terms, meant) })
  if (found.total === 0 && page === 1 && terms.length > 1) {
    const some = await findRanked(db, { ...wanted, loose: any(terms, meant) })
    return answer(some, page, { insteadOf: listed(meant) })
  }
  return answer(found, page, { insteadOf: found.total > wider.total ? listed(meant) : [] })
}

/** For each word that no name has: up to three words of names that it may have been meant to be. */
async function meantBy(
  db: Database,
  terms: readonly Term[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = await knownWords(
    db,
    terms.map((term) => term.whole),
  )
  const unknown = terms.filter(({ whole }) => whole.length > 2 && !known.has(whole))
  const found = await Promise.all(
    unknown.map(async ({ whole }) => {
      const similar = await similarWords(db, whole, 'word', 3)
      return [whole, similar.map(({ word }) => word)] as const
    }),
  )
  return new Map(found.filter(([, words]) => words.length > 0))
}

function listed(meant: ReadonlyMap<string, readonly string[]>): SearchResult['insteadOf'] {
  return [...meant].map(([typed, words]) => ({ typed, meant: words }))
}

async function totalOf(
  db: Database,
  typed: Pick<Wanted, 'strict' | 'names' | 'category' | 'auth'>,
): Promise<number> {
  const found = await findRanked(db, { ...typed, loose: undefined, limit: 1, offset: 0 })
  return found.total
}

/** A tsquery for all of the words. They are letters and digits only (words.ts), so quoting is enough. */
function every(terms: readonly Term[], meant: ReadonlyMap<string, readonly string[]>): string {
  return terms.map((term) => oneOf(term, meant)).join(' & ')
}

function any(terms: readonly Term[], meant: ReadonlyMap<string, readonly string[]>): string {
  return terms.map((term) => oneOf(term, meant)).join(' | ')
}

function oneOf({ whole, parts }: Term, meant: ReadonlyMap<string, readonly string[]>): string {
  const inParts = parts.length === 0 ? [] : [`(${parts.map(quoted).join(' & ')})`]
  return `(${[quoted(whole), ...inParts, ...(meant.get(whole) ?? []).map(quoted)].join(' | ')})`
}

function quoted(word: string): string {
  return `'${word}'`
}

function answer(
  { cards, total }: Found,
  page: number,
  {
    bounded = total >= mostCandidates,
    insteadOf,
  }: { bounded?: boolean; insteadOf: SearchResult['insteadOf'] },
): SearchResult {
  return { hits: cards, total, bounded, page, pages: Math.max(1, Math.ceil(total / pageSize)), insteadOf }
}
