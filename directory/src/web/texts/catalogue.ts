import type { Language } from '../../kernel/index.ts'
import { areas as de } from './de/index.ts'
import { areas as en } from './en/index.ts'
import { areas as es } from './es/index.ts'

/** A sentence with {parameters}, or its forms for `{count}`. */
export type Text = string | { readonly one: string; readonly other: string }

type Areas = typeof en

/** Every key that English knows; a key of another language that is not here is an error in a test. */
export type TextKey = { [Area in keyof Areas]: keyof Areas[Area] & string }[keyof Areas]

export type TextMap = Readonly<Record<string, Text>>

function flat(areas: Readonly<Record<string, TextMap>>): TextMap {
  return Object.assign({}, ...Object.values(areas))
}

/** Area → key → text, per language; the areas are kept apart for the test that holds keys to their file. */
export const areasByLanguage: Readonly<Record<Language, Readonly<Record<string, TextMap>>>> = { en, de, es }

export const textsByLanguage: Readonly<Record<Language, TextMap>> = {
  en: flat(en),
  de: flat(de),
  es: flat(es),
}
