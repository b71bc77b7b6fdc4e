import { cpus } from 'node:os'
import type { Figure } from './rounds.ts'

export interface Measured {
  readonly name: string
  readonly unit: 'ms' | 'rules/s' | 'tools/s' | 'looks/s' | 'cores' | 'MiB' | 'KiB' | 'x' | 'errors'
  readonly figure: Figure
  readonly note: string
  /** What the figure must not exceed, or fall below. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number }
}

export function holds({ goal, figure: { median } }: Measured): boolean {
  if (goal === undefined) return true
  return 'atMost' in goal ? median <= goal.atMost : median >= goal.atLeast
}

/** Everything as one JSON object. */
export function report(benchmark: string, results: readonly Measured[]): object {
  const judged = results.map((measured) => ({ ...measured, holds: holds(measured) }))
  return {
    benchmark,
    machine: machine(),
    holds: judged.every((each) => each.holds),
    results: judged,
  }
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`
}

/** Everything as lines for a person. */
export function table(results: readonly Measured[]): string {
  const rows = results.map((measured) => {
    const { name, unit, note } = measured
    const { median, min, max, rounds } = measured.figure
    const value = `${short(median)} ${unit}`.padStart(16)
    const spread = rounds === 1 ? '' : `  (${short(min)} to ${short(max)}, ${rounds} rounds)`
    return `${name.padEnd(48)}${value}${spread}${note === '' ? '' : `  ${note}`}${goalWords(measured)}`
  })
  return `${machine()}\n${rows.join('\n')}\n`
}

function goalWords(measured: Measured): string {
  const { goal, unit } = measured
  if (goal === undefined) return ''
  const words = 'atMost' in goal ? `at most ${rounded(goal.atMost)}` : `at least ${rounded(goal.atLeast)}`
  return `  goal: ${words} ${unit}, ${holds(measured) ? 'met' : 'MISSED'}`
}

function short(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

function rounded(goal: number): number {
  return Number(goal.toPrecision(3))
}
