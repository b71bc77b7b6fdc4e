import type { SearchQuery } from './catalogue.ts'
import { categories, type AuthType, type Category } from './model.ts'

const longest = 200

/** What stands in the address of the search page. What cannot be a filter is no filter; a page must not break. */
export function parseQuery(query: Readonly<Record<string, string | undefined>>): SearchQuery {
  const category = parseCategory(query['category'])
  const auth = parseAuth(query['auth'])
  const page = Number(query['page'] ?? 1)
  return {
    text: Array.from((query['q'] ?? '').trim())
      .slice(0, longest)
      .join(''),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    ...(category === undefined ? {} : { category }),
    ...(auth === undefined ? {} : { auth }),
  }
}

function parseCategory(text: string | undefined): Category | undefined {
  return categories.find((category) => category === text)
}

function parseAuth(text: string | undefined): AuthType | undefined {
  return (['none', 'oauth', 'other', 'unknown'] as const).find((auth) => auth === text)
}
