import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A difference that is known: the checks of a scenario that end otherwise than directly, and why. */
export interface KnownDifference {
  readonly run: string
  readonly revision: string
  readonly scenario: string
  readonly checks: readonly string[]
  readonly why: string
}

/** May only shrink: a difference that is gone has to leave the file. */
export function readBaseline(): readonly KnownDifference[] {
  const text = readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8')
  return JSON.parse(text) as KnownDifference[]
}
