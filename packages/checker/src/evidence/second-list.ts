import { isObject, type PostOutcome } from '@connectory/wire'
import { couldNotLook, doesNotApply, seen, type Looked } from './evidence.ts'
import type { RawTool, ToolFacts } from './facts.ts'
import type { Line } from './line.ts'
import type { SecondListFacts } from './protocol-facts.ts'
import { whyNot, type Visit } from './visit.ts'

/** A list of more pages is compared as far as this. */
const MOST_PAGES = 5
const MOST_NAMES = 50

/** Reads the list once more, on from its first page, and compares it with what was read before. */
export async function compareLists(
  visit: Visit,
  line: Line,
  first: Looked<ToolFacts>,
  firstPage: PostOutcome | undefined,
): Promise<Looked<SecondListFacts>> {
  if (!first.looked) return first
  if (first.value.list.length === 0) return doesNotApply('no-tools')
  const again: unknown[] = []
  try {
    let page = firstPage
    for (let count = 1; ; count += 1) {
      const result = page?.answer?.message['result']
      if (!isObject(result) || !Array.isArray(result['tools'])) return couldNotLook('no-second-list')
      again.push(...result['tools'])
      const cursor = result['nextCursor']
      if (typeof cursor !== 'string' || count === MOST_PAGES)
        return seen(compared(first.value.list, again, count))
      page = await line.ask({ method: 'tools/list', params: { cursor } })
    }
  } catch (error) {
    return whyNot(visit, error, 'step-failed')
  }
}

function compared(list: readonly RawTool[], again: readonly unknown[], pages: number): SecondListFacts {
  const before = list.filter(({ page }) => page <= pages).map(({ raw }) => [nameOf(raw), raw] as const)
  const after = again.map((raw) => [nameOf(raw), raw] as const)
  const [one, other] = [new Map<string, unknown>(before), new Map<string, unknown>(after)]
  const changed = before.filter(([name, raw]) => other.has(name) && differs(raw, other.get(name)))
  return {
    compared: before.length,
    sameOrder: before.map(([name]) => name).join('\n') === after.map(([name]) => name).join('\n'),
    added: names(after.filter(([name]) => !one.has(name))),
    removed: names(before.filter(([name]) => !other.has(name))),
    changed: names(changed),
  }
}

function names(entries: readonly (readonly [string, unknown])[]): string[] {
  return [...new Set(entries.map(([name]) => name))].slice(0, MOST_NAMES)
}

function nameOf(raw: unknown): string {
  return (isObject(raw) && typeof raw['name'] === 'string' ? raw['name'] : JSON.stringify(raw)).slice(0, 128)
}

/** Whatever the order of the members, which costs more to look at and seldom changes. */
function differs(one: unknown, other: unknown): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return false
  return JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => sorted(each))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, each]) => [key, sorted(each)] as const)
  return members.toSorted(([one], [other]) => (one < other ? -1 : 1))
}
