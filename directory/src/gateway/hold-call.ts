import type { Endpoint } from '../catalogue/index.ts'
import type { Hold } from '../holds/index.ts'
import type { Call } from './call.ts'
import type { GatewayDependencies } from './gateway.ts'
import { membersOf, replaceSpans, resultIn } from './json-span.ts'
import type { Message } from './message.ts'
import { codes, Refusal } from './rpc-error.ts'

type Deps = Pick<GatewayDependencies, 'holds'>

/**
 * @throws Refusal for what was delisted, removed or stopped, and for a tool that has changed too much since it was approved
 */
export function refuseHeld({ holds }: Deps, endpoint: Endpoint, message: Message): void {
  const tool = calledTool(message)
  const hold = holds.forbidding(endpoint, tool)
  if (hold !== undefined && hold.kind !== 'changed-tool') throw stopped(endpoint, hold)
  const gone = goneFrom(endpoint)
  if (gone !== undefined) throw gone
  if (hold !== undefined) throw changed(endpoint, hold)
}

export function calledTool(message: Message): string | undefined {
  if (message.kind !== 'request' || message.method !== 'tools/call') return undefined
  const { name } = message.params
  return typeof name === 'string' ? name : undefined
}

/** What is not in the directory any more. Connections stay, so that everything works again when it is listed again. */
export function goneFrom({ name, slug, state, updatedAt }: Endpoint): Refusal | undefined {
  if (state !== 'delisted' && state !== 'removed') return undefined
  const sentence =
    state === 'delisted'
      ? `${name} was delisted because its server kept failing, so calls are no longer passed on. Ask its publisher, or use another connector.`
      : `${name} was removed from this directory, so calls are no longer passed on. Its page says since when and why; use another connector.`
  return new Refusal(200, codes.stopped, sentence, {
    stopped: state,
    connector: slug,
    since: updatedAt.toISOString(),
  })
}

export function stopped({ name }: Endpoint, { kind, tool, reason, at }: Hold): Refusal {
  const what = kind === 'tool' ? `The tool "${tool}" of ${name}` : name
  return new Refusal(200, codes.stopped, `${what} was stopped by this directory: ${reason}`, {
    stopped: kind,
    reason,
    since: at.toISOString(),
  })
}

function changed({ name }: Endpoint, hold: Hold): Refusal {
  return new Refusal(
    200,
    codes.toolChanged,
    `The tool "${hold.tool}" of ${name} has changed since it was approved (${hold.changes.join(', ')}). It is held until a reviewer has looked at it.`,
    noteOf(hold),
  )
}

function noteOf({ severity, changes, at }: Hold) {
  return { severity, changes, since: at.toISOString() }
}

/** Under which key of `_meta` the caller of a changed tool is warned. */
const warningKey = 'connectory/tool-changed'

/** The answer of a tool that has changed a little, with a warning in `_meta`; everything else byte for byte. */
export function withWarning(text: string, call: Call): string {
  const tool = calledTool(call.message)
  const hold = tool === undefined ? undefined : call.policy.holds.warning(call.endpoint, tool)
  if (hold === undefined) return text
  const result = resultIn(text)
  if (result === undefined || text[result.valueStart] !== '{') return text
  const note = `${JSON.stringify(warningKey)}:${JSON.stringify(noteOf(hold))}`
  const members = membersOf(text, result.valueStart)
  const meta = members.find(({ name }) => name === '_meta')
  const inside = meta !== undefined && text[meta.valueStart] === '{'
  if (meta !== undefined && !inside) return text
  const start = (inside ? meta.valueStart : result.valueStart) + 1
  const others = inside ? membersOf(text, meta.valueStart) : members
  const by = `${inside ? note : `"_meta":{${note}}`}${others.length === 0 ? '' : ','}`
  return replaceSpans(text, [{ start, end: start, by }])
}
