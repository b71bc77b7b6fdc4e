import type { EvidenceLog } from '@connectory/wire'
import { isObject, type NamedTool } from '../raw-tool.ts'
import { fit } from '../schema/fits.ts'
import type { CallCase } from './call-facts.ts'
import type { Called } from './caller.ts'
import { cleaned } from './clean.ts'
import { leaksIn } from './leaks.ts'
import { sizeOfResult } from './result-size.ts'
import type { Json } from './facts.ts'

const MOST_SAID = 600
const MOST_INPUT = 300

/** What a case asked for, before it was called. */
export interface Planned extends Pick<CallCase, 'kind' | 'parameter'> {
  readonly arguments: Json
  readonly expect?: 'ok' | 'error'
  readonly contains?: string
}

/** One call as evidence: measured and judged against its own schema, its words cut and without secrets. */
export function caseOf(tool: NamedTool, planned: Planned, called: Called, log: EvidenceLog): CallCase {
  const { kind, parameter, expect, contains } = planned
  const { outcome, tookMs, status, code, result, words, problem } = called
  const failed = outcome !== 'result'
  const { kinds, secrets } = failed ? leaksIn(words) : { kinds: [], secrets: [] }
  for (const secret of secrets) log.hide(secret)
  const clean = (text: string) => cleaned(text, secrets, MOST_SAID)
  return {
    kind,
    ...(parameter === undefined ? {} : { parameter }),
    input: cleaned(JSON.stringify(planned.arguments), [], MOST_INPUT),
    outcome,
    tookMs,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(result === undefined ? {} : { size: sizeOfResult(result) }),
    ...(outcome === 'result' && result !== undefined ? structured(tool, result) : {}),
    ...(problem === undefined ? {} : { problem: clean(problem) }),
    ...(failed || soundsLikeError(words) ? { said: clean(words) } : {}),
    ...(failed && parameter !== undefined ? { named: namesParameter(words, parameter) } : {}),
    ...(kinds.length > 0 ? { leaks: kinds } : {}),
    ...(expect === undefined ? {} : { expected: expect }),
    ...(contains === undefined ? {} : { contains: { text: contains, found: words.includes(contains) } }),
  }
}

function structured(tool: NamedTool, result: Json): Pick<CallCase, 'structured' | 'problem'> {
  const { outputSchema } = tool.raw
  if (!isObject(outputSchema) || !isObject(result)) return {}
  // A result that only asks for more input is not what the schema describes.
  if (typeof result['resultType'] === 'string' && result['resultType'] !== 'complete') return {}
  const { structuredContent } = result
  if (structuredContent === undefined) return { structured: 'missing' }
  const judged = fit(outputSchema, structuredContent)
  if (judged.fits === undefined) return { structured: 'unjudged', problem: judged.problem }
  if (judged.fits) return { structured: 'valid' }
  return { structured: 'invalid', problem: `${judged.where || '/'} ${judged.problem}` }
}

/** An error that a server wrote into a result as if all were well. */
export function soundsLikeError(words: string): boolean {
  return /^\W{0,5}(an? )?((mcp |internal |input |validation |unexpected )?(error|exception|traceback)\b|invalid\b|missing (required )?(argument|parameter|field)|failed\b|unauthorized\b|forbidden\b|bad request\b|not authori[sz]ed\b)/i.test(
    words.slice(0, 200),
  )
}

function namesParameter(words: string, parameter: string): boolean {
  const comparable = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  return comparable(words.slice(0, 20_000)).includes(comparable(parameter))
}
