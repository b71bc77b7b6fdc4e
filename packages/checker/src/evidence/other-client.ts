import { isObject } from '@connectory/wire'
import { couldNotLook, seen, type Evidence, type Looked } from './evidence.ts'
import type { Ground } from './ground.ts'
import type { OtherClientFacts } from './odd-facts.ts'
import { initializeMessage, requestMessage, type Manner } from './odd-message.ts'
import { endOddly, openOddly } from './odd-session.ts'

/** A name that no server can know, so that none treats it in a way of its own. */
const otherClient = { name: 'example-client', version: '3.1.4' } as const

/** Reads the first page of tools/list again, as a client of another name. */
export async function listAsOther(
  ground: Ground,
  tools: Evidence['parts']['tools'],
): Promise<Looked<OtherClientFacts>> {
  const { spoken } = ground
  if (!spoken.looked) return spoken
  if (!tools.looked) return tools
  // The era in which the list was read first.
  if (spoken.value.modern) return compared(ground, tools.value, { era: 'modern' })
  const opened = await openOddly(ground, `initialize as ${otherClient.name}`, initializeMessage(otherClient))
  if (!opened.looked) return opened
  const { manner, odd } = opened.value
  if (!manner) return seen({ client: otherClient.name, refused: odd, missing: [], extra: [] })
  try {
    return await compared(ground, tools.value, manner)
  } finally {
    await endOddly(ground, manner)
  }
}

async function compared(
  { ask }: Ground,
  { list }: { readonly list: readonly { readonly page: number; readonly raw: unknown }[] },
  manner: Manner,
): Promise<Looked<OtherClientFacts>> {
  const message = requestMessage(manner, 'tools/list', {}, otherClient)
  const heard = await ask({ step: `tools/list as ${otherClient.name}`, ...message })
  if (!heard.looked) return heard
  const about = { client: otherClient.name }
  const result = heard.value.message?.['result']
  const listed = isObject(result) ? result['tools'] : undefined
  if (!Array.isArray(listed)) {
    // Broken off in the middle is no refusal.
    if (heard.value.odd.body === 'other') return couldNotLook('step-failed', { problem: 'no list came.' })
    return seen({ ...about, refused: heard.value.odd, missing: [], extra: [] })
  }
  const known = list.filter(({ page }) => page === 1).map(({ raw }) => nameOf(raw))
  const shown = listed.map((tool) => nameOf(tool))
  return seen({ ...about, missing: without(known, shown), extra: without(shown, known) })
}

const MOST_NAMES = 20

function without(names: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return [...new Set(names)].filter((name) => !known.has(name)).slice(0, MOST_NAMES)
}

function nameOf(tool: unknown): string {
  const name = isObject(tool) ? tool['name'] : undefined
  return typeof name === 'string' ? name.slice(0, 200) : ''
}
