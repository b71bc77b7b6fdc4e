import { Problem, type Viewer } from '../kernel/index.ts'
import { move } from './move.ts'
import type { OwnershipDependencies } from './ownership.ts'
import type { TransferId } from './transfer.ts'

export const transferAnswers = ['accepted', 'declined', 'withdrawn', 'asked', 'approved', 'refused'] as const

/** What people say to an offer. `text`: why no proof is possible, or what an operator decides on. */
export interface TransferAnswer {
  readonly name: (typeof transferAnswers)[number]
  readonly text: string
}

export const longestAnswer = 1_000
const shortest = 10

/** @see Ownership.answer */
export async function answer(
  deps: OwnershipDependencies,
  viewer: Viewer,
  id: TransferId,
  { name, text: given }: TransferAnswer,
): Promise<void> {
  const text = given.trim()
  switch (name) {
    case 'accepted':
    case 'declined':
    case 'withdrawn': {
      await move(deps, viewer, id, { event: { name }, reason: `The offer was ${name}.` })
      return
    }
    case 'asked':
    case 'refused':
    case 'approved': {
      assertWords(text)
      const event = name === 'approved' ? { name } : { name, text }
      await move(deps, viewer, id, { event, reason: text })
    }
  }
}

function assertWords(text: string): void {
  if (text.length >= shortest && text.length <= longestAnswer) return
  const sentence = `Say why, in ${shortest} to ${longestAnswer} characters.`
  throw new Problem('invalid-input', sentence, { fields: { text: sentence } })
}
