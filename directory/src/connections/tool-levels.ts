/** What happens to a call of a tool: it goes on, waits for its person to allow it, or is refused. Each is stricter than the one before. */
const levels = ['allow', 'ask', 'blocked'] as const
export type ToolLevel = (typeof levels)[number]

/** What can be chosen. `hints`: tools that only read go on, everything else asks. */
export const toolRules = ['allow', 'hints', 'ask', 'blocked'] as const
export type ToolRule = (typeof toolRules)[number]

/** What a tool does by the hints that were approved; without hints it writes. */
export type ToolKind = 'read-only' | 'write' | 'destructive'

/** The rules of one person, or of their organisation, for one server. */
export interface Rules {
  /** For every tool that is not named. */
  readonly all: ToolRule | undefined
  readonly tools: ReadonlyMap<string, ToolRule>
}

/** All that is said of the tools of one connection. */
export interface ToolLevels {
  readonly own: Rules
  /** Of the organisation: nothing is looser than this. */
  readonly ceiling: Rules
  /** Until when a tool that asks was allowed by its person, in milliseconds. */
  readonly allowedUntil: ReadonlyMap<string, number>
}

/** @param annotations as the tool has them @see MCP 2025-11-25 schema, ToolAnnotations */
export function kindOf(annotations: unknown): ToolKind {
  if (typeof annotations !== 'object' || annotations === null) return 'write'
  const { destructiveHint, readOnlyHint } = annotations as Readonly<Record<string, unknown>>
  if (destructiveHint === true) return 'destructive'
  return readOnlyHint === true ? 'read-only' : 'write'
}

/**
 * What happens to a call, without what was allowed for a while. Where nothing is said the client asks, as it always
 * did. Who wants to be asked here by hints is asked about everything that destroys, whatever is said of that tool.
 */
export function levelOf(
  { own, ceiling }: Omit<ToolLevels, 'allowedUntil'>,
  tool: string,
  kind: ToolKind,
): ToolLevel {
  return stricter(levelBy(own, tool, kind), levelBy(ceiling, tool, kind))
}

/** The level by the rules of one side alone. */
export function levelBy(rules: Rules, tool: string, kind: ToolKind): ToolLevel {
  const rule = rules.tools.get(tool) ?? rules.all ?? 'allow'
  const level = rule === 'hints' ? byHints(kind) : rule
  return rules.all === 'hints' && kind === 'destructive' ? stricter(level, 'ask') : level
}

/** Whether hints can change anything: else nobody needs to look for them. */
export function needsHints({ own, ceiling }: ToolLevels, tool: string): boolean {
  return [own, ceiling].some(({ all, tools }) => all === 'hints' || tools.get(tool) === 'hints')
}

/** No hint blocks a tool, so that a list can be read without knowing them. */
export function isBlocked(levels: ToolLevels, tool: string): boolean {
  return levelOf(levels, tool, 'read-only') === 'blocked'
}

export function isAllowedNow({ allowedUntil }: ToolLevels, tool: string, now: Date): boolean {
  return (allowedUntil.get(tool) ?? 0) > now.getTime()
}

export function stricter(one: ToolLevel, other: ToolLevel): ToolLevel {
  return levels.indexOf(one) >= levels.indexOf(other) ? one : other
}

function byHints(kind: ToolKind): ToolLevel {
  return kind === 'read-only' ? 'allow' : 'ask'
}
