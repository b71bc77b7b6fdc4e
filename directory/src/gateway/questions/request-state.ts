import { createHash } from 'node:crypto'
import { nestsTooDeep } from '@connectory/wire'
import { z } from 'zod'
import type { Vault } from '../../kernel/index.ts'
import type { Call } from '../call.ts'
import { isObject, type RequestMessage } from '../message.ts'

const state = z.object({
  /** Which process holds the call: another has nothing to go on with. */
  replica: z.string(),
  /** Good for one request. */
  ticket: z.string(),
})

/** What a caller carries from the question to its answer. */
export type RequestState = z.infer<typeof state>

/** Only for this connection of this person, and only for the client that was asked. */
function placeOf({ connection, caller }: Pick<Call, 'connection' | 'caller'>) {
  const owner = [caller.person, caller.organisation, caller.client]
  return { table: 'gateway_question', column: 'state', row: connection.id, owner }
}

export function sealState(vault: Vault, call: Call, opened: RequestState): string {
  return vault.seal(JSON.stringify(opened), placeOf(call))
}

/** Undefined when it is not one of ours, was changed, or was given to somebody else. */
export function openState(vault: Vault, call: Call, sealed: string): RequestState | undefined {
  try {
    return state.parse(JSON.parse(vault.open(sealed, placeOf(call))))
  } catch {
    return undefined
  }
}

/** Members that differ between a request and its repetition. */
const ofOneRound: ReadonlySet<string> = new Set(['_meta', 'inputResponses', 'requestState'])

/** What makes a request the same one again: its method and what it asks for, in whatever order. */
export function digestOf({ method, params, text }: RequestMessage): string {
  const salient = Object.fromEntries(Object.entries(params).filter(([name]) => !ofOneRound.has(name)))
  // What nests too deep to be written is compared as it came.
  const written = nestsTooDeep(text) ? text : JSON.stringify([method, salient], inOrder)
  return createHash('sha256').update(written).digest('base64url')
}

function inOrder(_name: string, value: unknown): unknown {
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
