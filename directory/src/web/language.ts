import { createMiddleware } from 'hono/factory'
import { languages, type AppEnv, type Language } from '../kernel/index.ts'
import { createTranslate } from './translate.ts'

const prefixed = languages.filter((language) => language !== 'en')

/** `/de/review` → 'de'; no prefix is English. */
export function languageFromPath(path: string): Language {
  return prefixed.find((language) => path === `/${language}` || path.startsWith(`/${language}/`)) ?? 'en'
}

/** `/de/review` → `/review`. */
export function pathWithoutLanguage(path: string): string {
  const language = languageFromPath(path)
  if (language === 'en') return path
  return path.slice(language.length + 1) || '/'
}

/** The address of one of our pages in a language. `path` begins with a slash and has no language in it. */
export function href(language: Language, path: string): string {
  if (language === 'en') return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/**
 * For `new Hono({ getPath: routePath })`: routes are written once, without language, and `c.req.path` is that path.
 */
export function routePath(request: Request): string {
  return pathWithoutLanguage(new URL(request.url).pathname)
}

/** Sets `language` and `t` from the prefix of the address, never from the reader's headers. */
export const language = createMiddleware<AppEnv>(async (c, next) => {
  const found = languageFromPath(new URL(c.req.url).pathname)
  c.set('language', found)
  c.set('t', createTranslate(found))
  await next()
})
