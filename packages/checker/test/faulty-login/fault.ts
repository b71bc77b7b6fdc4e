import type { Level } from '../../src/level.ts'
import type { RuleId } from '../../src/rule.ts'
import type { Scope } from '../../src/scope.ts'
import { json, nameOf, type Answer, type Call } from './messages.ts'
import type { Settings, World } from './world.ts'

/** What is different from the clean pair: a behaviour that is switched, and answers that are replaced. */
export interface Change {
  readonly settings?: Partial<Settings>
  /** Undefined leaves the right answer as it is. */
  answer?(call: Call, right: Answer, world: World): Answer | Promise<Answer> | undefined
}

/** One fault in one file, `faults/ID.ts`. The matrix holds that a check names it by this rule and by no other. */
export interface Fault {
  readonly id: string
  readonly raises: RuleId
  readonly case: string
  readonly level: Level
  /** Default fail. */
  readonly outcome?: 'fail' | 'needs-human'
  /** Scopes beside passive that a check needs to see it. */
  readonly scopes?: readonly Scope[]
  /** It shows itself only to a person who logs in; a token alone does not show it. */
  readonly person?: true
  readonly change: Change
}

export const places = {
  resourceMetadata: 'GET /.well-known/oauth-protected-resource/mcp',
  serverMetadata: 'GET /.well-known/oauth-authorization-server',
  mcp: 'POST /mcp',
  register: 'POST /register',
  authorize: 'GET /authorize',
  token: 'POST /token',
} as const

type Replacement =
  | Answer
  | ((call: Call, right: Answer, world: World) => Answer | Promise<Answer> | undefined)

/** Another answer at one place. */
export function instead(place: string, answer: Replacement): Change {
  return {
    answer(call, right, world) {
      if (nameOf(call) !== place) return undefined
      return typeof answer === 'function' ? answer(call, right, world) : answer
    },
  }
}

/** Members of a JSON answer replaced; undefined takes a member away. */
export function patched(
  place: string,
  patch: Readonly<Record<string, unknown>> | ((world: World) => Readonly<Record<string, unknown>>),
): Change {
  return instead(place, (_call, { status, headers, body }, world) => {
    const more = typeof patch === 'function' ? patch(world) : patch
    return json(status, { ...(JSON.parse(body) as object), ...more }, headers)
  })
}

/** Several changes at once: the first that has an answer gives it. */
export function together(...changes: readonly Change[]): Change {
  return {
    settings: Object.assign({}, ...changes.map(({ settings }) => settings)) as Partial<Settings>,
    async answer(call, right, world) {
      for (const change of changes) {
        const other = await change.answer?.(call, right, world)
        if (other !== undefined) return other
      }
      return right
    },
  }
}

/** The 401 (or whatever it is instead) to callers without a token, or with one that is not good. */
export function refusing(who: 'anonymous' | 'bad-token' | 'both', answer: Replacement): Change {
  return instead(places.mcp, async (call, right, world) => {
    if (right.status !== 401) return right
    const anonymous = call.headers.authorization === undefined
    if (who !== 'both' && anonymous !== (who === 'anonymous')) return right
    const other = typeof answer === 'function' ? await answer(call, right, world) : answer
    if (other === undefined) return right
    // That pages of other origins may read the answer is no part of what is refused.
    const cors = Object.entries(right.headers).filter(([name]) => name.startsWith('access-control-'))
    return { ...other, headers: { ...Object.fromEntries(cors), ...other.headers } }
  })
}
