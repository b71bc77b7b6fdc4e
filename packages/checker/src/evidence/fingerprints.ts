import { createHash } from 'node:crypto'
import { isObject } from '../raw-tool.ts'
import { cleaned } from './clean.ts'
import type { FingerprintFacts } from './call-facts.ts'
import type { Caller } from './caller.ts'
import { couldNotLook, notRequested, seen, type Because, type Looked } from './evidence.ts'
import type { Json } from './facts.ts'
import { leaksIn } from './leaks.ts'

/** Reads the state that tools could change, before the first call and after each tool that says it only reads. */
export interface StateReader {
  look(tool: string): Promise<void>
  facts(): Looked<FingerprintFacts>
}

export const noState: StateReader = {
  look: () => Promise.resolve(),
  facts: () => notRequested('no-state-tool'),
}

export interface StateSource {
  readonly caller: Caller
  readonly tool: string
  readonly arguments: Json
  readonly timeoutMs: number
}

const AROUND = 60
const MOST_SHOWN = 240

/** Reads the state twice: one that changes by itself can tell nothing about a tool. */
export async function readState(source: StateSource): Promise<StateReader> {
  const tools: FingerprintFacts['tools'][number][] = []
  let broken: Because | undefined
  const first = await stateOf(source)
  const second = first === undefined ? undefined : await stateOf(source)
  let last = second ?? ''
  if (second === undefined) broken = { code: 'state-unreadable', params: { tool: source.tool } }
  else if (first !== second) broken = { code: 'state-unsteady', params: { tool: source.tool } }
  const usable = broken === undefined
  return {
    async look(tool) {
      if (broken) return
      const now = await stateOf(source)
      if (now === undefined) {
        broken = { code: 'state-unreadable', params: { tool: source.tool } }
        return
      }
      tools.push({ tool, changed: now !== last, ...difference(last, now) })
      last = now
    },
    facts() {
      if (!usable && broken) return couldNotLook(broken.code, broken.params)
      return seen({ shownBy: source.tool, tools }, broken)
    },
  }
}

async function stateOf({
  caller,
  tool,
  arguments: input,
  timeoutMs,
}: StateSource): Promise<string | undefined> {
  const { outcome, result } = await caller.call(tool, input, {
    step: `tools/call ${tool} (state)`,
    timeoutMs,
  })
  return outcome === 'result' && result !== undefined ? comparable(result) : undefined
}

/** A result as text to compare. What protocols add on the way (`_meta`) is no part of it. */
export function comparable(result: Json): string {
  const { _meta, ...rest } = isObject(result) ? result : { value: result }
  return JSON.stringify(rest)
}

/** A short name for a long text; equal texts have equal names. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** Both texts around the first place where they differ, cut, secrets masked. */
export function difference(before: string, after: string): { before: string; after: string } {
  if (before === after) return { before: fingerprint(before), after: fingerprint(after) }
  let index = 0
  while (index < before.length && before[index] === after[index]) index += 1
  const start = Math.max(0, index - AROUND)
  return {
    before: withoutSecrets(before.slice(start)),
    after: withoutSecrets(after.slice(start)),
  }
}

function withoutSecrets(text: string): string {
  return cleaned(text, leaksIn(text).secrets, MOST_SHOWN)
}
