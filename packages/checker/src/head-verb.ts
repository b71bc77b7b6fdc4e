import { splitName } from './hints.ts'

export type Deed = 'read' | 'write' | 'delete'

const reading = words(`get list read search find fetch query lookup describe show view count check inspect
  explain preview validate browse summarize summarise analyze analyse calculate compute compare download head
  enumerate retrieve resolve suggest estimate diff scan poll wait export render convert parse format test verify
  detect classify translate extract options`)
const writing =
  words(`create add insert update set edit modify write save send post publish submit upload put patch
  rename move cancel archive approve reject close reopen assign invite enable disable start stop restart execute run
  deploy install register subscribe unsubscribe merge commit push reply book order pay transfer lock unlock grant
  upsert append replace import sync schedule apply`)
const deleting = words(
  'delete remove destroy drop purge erase wipe truncate clear revoke uninstall trash unpublish',
)
/** Words that are as often a thing as a deed: only at the front of a name are they verbs. */
const things =
  words(`post archive merge order test run check import export view read set head options query start
  commit push book transfer reply sync schedule format diff scan update close patch save lock grant apply
  preview search list count download upload options`)

/** What the first verb of a name does, once the server's own prefix is taken off; undefined without a known verb. */
export function deedOf(name: string, prefix: readonly string[]): { verb: string; deed: Deed } | undefined {
  const parts = splitName(name)
  const own = prefix.length < parts.length && prefix.every((part, index) => parts[index] === part)
  const rest = own ? parts.slice(prefix.length) : parts
  const [first = ''] = rest
  const last = rest.at(-1) ?? ''
  const verb = deedOfWord(first) ? first : deedOfWord(last) && !things.has(last) ? last : undefined
  const deed = verb === undefined ? undefined : deedOfWord(verb)
  return verb !== undefined && deed ? { verb, deed } : undefined
}

export function deedOfWord(word: string): Deed | undefined {
  if (deleting.has(word)) return 'delete'
  if (writing.has(word)) return 'write'
  return reading.has(word) ? 'read' : undefined
}

/** The leading parts that nearly all names share: "jira" of jira_get_issue and jira_add_comment. */
export function prefixOf(names: readonly string[]): string[] {
  if (names.length < 3) return []
  const prefix: string[] = []
  let within = names.map((name) => splitName(name))
  for (let depth = 0; depth < 3; depth++) {
    const counts = new Map<string, number>()
    for (const parts of within) counts.set(parts[depth] ?? '', (counts.get(parts[depth] ?? '') ?? 0) + 1)
    const [most = '', count = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? []
    if (most === '' || deedOfWord(most) || count < names.length * 0.8) break
    prefix.push(most)
    within = within.filter((parts) => parts[depth] === most)
  }
  return prefix
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
