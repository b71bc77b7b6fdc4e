/**
 * Ids of rules as a person reads them: in groups, neighbours as a range. `TOOL-01–03, 05 · TRN-01`. Ids that are no
 * letters and number stand as they are.
 */
export function idRanges(ids: readonly string[]): string {
  const groups = new Map<string, number[]>()
  const others: string[] = []
  for (const id of ids) {
    const [, area, number] = /^([A-Z]+)-(\d+)$/.exec(id) ?? []
    if (area === undefined || number === undefined) others.push(id)
    else groups.set(area, [...(groups.get(area) ?? []), Number(number)])
  }
  const parts = [...groups].map(([area, numbers]) => `${area}-${ranges(numbers).join(', ')}`)
  return [...parts, ...others].join(' · ')
}

function ranges(numbers: readonly number[]): string[] {
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other)
  const runs: [number, number][] = []
  for (const number of sorted) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? two(from) : `${two(from)}–${two(to)}`))
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
