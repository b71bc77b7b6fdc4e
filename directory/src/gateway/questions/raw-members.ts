import { membersOf, type Member } from '../json-span.ts'

/** The object that begins at `start`, byte for byte but without these members; of several with one name the last. */
export function withoutMembers(text: string, start: number, left: ReadonlySet<string>): string {
  const kept = lastMembers(text, start)
    .values()
    .filter(({ name }) => !left.has(name))
    .map((member) => text.slice(member.start, member.end))
  return `{${kept.toArray().join(',')}}`
}

/** Members by name as `JSON.parse` reads them: the last of several. */
export function lastMembers(text: string, start: number): ReadonlyMap<string, Member> {
  return new Map(membersOf(text, start).map((member) => [member.name, member]))
}
