import type { ToolFacts } from '../evidence/facts.ts'
import type { Draft } from '../rule.ts'
import { saidIn, type Phrase } from './phrase.ts'
import type { Plain } from './plain.ts'
import { possibleIn } from './possible.ts'
import { speakers, type Place, type Speaker } from './tool-texts.ts'

/** Whether a match counts, where that depends on the server's own tool names. */
type Counts = (match: RegExpExecArray, speaker: Speaker) => boolean

/** One draft for each signal that a tool, the instructions or the prompts give, and one for prompts that nobody saw. */
export function* said(facts: ToolFacts, phrases: readonly Phrase[], counts?: Counts): Generator<Draft> {
  yield* unreadPrompts(facts)
  for (const speaker of speakers(facts)) {
    const given = new Set<string>()
    for (const { place, possible } of possibleIn(speaker.texts, phrases)) {
      const { plain } = place
      for (const phrase of possible) {
        if (given.has(phrase.signal)) continue
        const match = firstSaid(plain, phrase, (found) => counts?.(found, speaker) ?? true)
        if (!match) continue
        given.add(phrase.signal)
        yield spoken(speaker, place, phrase.signal, excerptOf(place, plain.text, match))
      }
    }
  }
}

/** A list of prompts that broke off leaves texts that nobody read: then nothing passes. */
export function* unreadPrompts({ promptsUnread: problem }: ToolFacts): Generator<Draft> {
  if (problem === undefined) return
  yield { outcome: 'could-not-look', because: 'prompts-unread', at: 'prompts', params: { problem } }
}

function firstSaid(
  plain: Plain,
  phrase: Phrase,
  counts: (match: RegExpExecArray) => boolean,
): RegExpExecArray | undefined {
  for (const match of saidIn(plain, phrase)) if (counts(match)) return match
  return undefined
}

/** A reviewer's task: who says it, in which place, in which words. */
export function spoken(speaker: Speaker, place: Place, signal: string, excerpt: string): Draft {
  return {
    case: signal,
    outcome: 'needs-human',
    signal,
    at: speaker.at,
    ...(speaker.page === undefined ? {} : { page: speaker.page }),
    params: { tool: speaker.name, where: place.where, words: excerpt },
    excerpt,
  }
}

/** The words around a match as they were sent. */
export function excerptOf(place: Place, plain: string, { index, 0: found }: RegExpExecArray): string {
  // The comparable form may be a little shorter than what was sent; the place in the original is close to this.
  const start = Math.floor((index / Math.max(1, plain.length)) * place.text.length)
  const original = place.text.slice(Math.max(0, start - 40), start + found.length + 80)
  return plain.length === place.text.length ? original : found + (original === found ? '' : ` (${original})`)
}
