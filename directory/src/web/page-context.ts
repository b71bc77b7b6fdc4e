import { createContext, useContext } from 'hono/jsx'
import type { Language, Viewer } from '../kernel/index.ts'
import type { Flash } from './flash.ts'
import type { Site } from './site.ts'
import type { Translate } from './translate.ts'

/** What components know of the request without being told; `render` provides it. */
export interface PageRequest {
  readonly site: Site
  readonly language: Language
  readonly t: Translate
  readonly viewer: Viewer | null
  readonly formToken: string
  /** Notices that the viewer has not read; counted to 100. */
  readonly unread: number
  /** Path and query without the language, such as `/connectors?q=mail`. */
  readonly path: string
  readonly flash: Flash | undefined
}

export const PageRequestContext = createContext<PageRequest | undefined>(undefined)

/** The request that this page answers. Throws when a component is rendered outside `render`. */
export function usePageRequest(): PageRequest {
  const request = useContext(PageRequestContext)
  if (request === undefined)
    throw new Error('Components of web/ are rendered with render() or renderFragment().')
  return request
}
