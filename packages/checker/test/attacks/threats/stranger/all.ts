import { stranger as de } from './de.ts'
import { stranger as en } from './en.ts'
import { stranger as es } from './es.ts'
import { stranger as fr } from './fr.ts'
import { stranger as ja } from './ja.ts'
import { stranger as zh } from './zh.ts'

export const strangers = { en, de, es, fr, zh, ja } as const
