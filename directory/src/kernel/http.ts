import type { Viewer } from './viewer.ts'

/** The languages of the product; English is complete, the others follow it. */
export const languages = ['en', 'de', 'es'] as const
export type Language = (typeof languages)[number]

export type TextParameters = Readonly<Record<string, string | number>>

/** Text by key in the reader's language. The web module narrows the key to those that exist. */
export type TranslateAny = (key: string, parameters?: TextParameters) => string

/** What every request carries; set by the middleware that routes.ts installs. */
export interface AppEnv {
  Variables: {
    viewer: Viewer | null
    language: Language
    formToken: string
    requestId: string
  }
}
