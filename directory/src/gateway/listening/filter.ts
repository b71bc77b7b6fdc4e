import { listChanges } from '../list-kinds.ts'
import { isObject, type JsonObject, type RequestMessage } from '../message.ts'
import { codes, Refusal } from '../rpc-error.ts'

/** What somebody wants to hear of. @see MCP 2026-07-28 basic/patterns/subscriptions */
export interface Filter {
  /** By the name that the newer era has for it. */
  readonly lists: readonly string[]
  readonly uris: readonly string[]
}

/** Each is a request to an older server. */
export const mostUris = 100

/** @throws Refusal */
export function filterIn({ params }: RequestMessage): Filter {
  const { notifications } = params
  if (!isObject(notifications)) throw notAFilter()
  return filterOf(notifications)
}

/** @throws Refusal for what is no filter */
export function filterOf(notifications: JsonObject): Filter {
  const { resourceSubscriptions: uris = [] } = notifications
  if (!Array.isArray(uris) || !uris.every((uri) => typeof uri === 'string')) throw notAFilter()
  if (uris.length > mostUris) throw tooManyUris()
  return {
    lists: Object.keys(listChanges).filter((name) => notifications[name] === true),
    uris: [...new Set(uris)],
  }
}

function notAFilter(): Refusal {
  return new Refusal(
    200,
    codes.invalidParams,
    'params.notifications must be an object, with resourceSubscriptions a list of URIs if there is one.',
  )
}

export function tooManyUris(): Refusal {
  return new Refusal(
    200,
    codes.invalidParams,
    `At most ${mostUris} resources can be subscribed to at a time here.`,
  )
}

/** The part of it that a server with these capabilities tells of. */
export function toldBy({ lists: wanted, uris }: Filter, announced: unknown): Filter {
  const says = (name: string, what: string): boolean => {
    const said = isObject(announced) ? announced[name] : undefined
    return isObject(said) && said[what] === true
  }
  return {
    lists: wanted.filter((name) => says(listChanges[name]?.of ?? '', 'listChanged')),
    uris: says('resources', 'subscribe') ? uris : [],
  }
}

/** Everything that a server with these capabilities tells of by itself. */
export function listsToldBy(announced: unknown): readonly string[] {
  return toldBy(everyList, announced).lists
}

/** All lists, and no resources: what an older caller hears without asking. */
export const everyList: Filter = { lists: Object.keys(listChanges), uris: [] }

/** What says that these lists have changed. */
export function changesOf(names: readonly string[]): readonly Notification[] {
  return names.flatMap((name) => {
    const method = listChanges[name]?.method
    return method === undefined ? [] : [{ method, params: {} }]
  })
}

/** As the newer era writes it. */
export function writeFilter({ lists: told, uris }: Filter): JsonObject {
  return {
    ...Object.fromEntries(told.map((name) => [name, true])),
    ...(uris.length > 0 && { resourceSubscriptions: uris }),
  }
}

/**
 * A notification as it goes on to who listens with this filter: only what the protocol says, nothing else that its
 * server wrote. Undefined when it was not asked for.
 */
export function heardWith(filter: Filter, { method, params }: JsonObject): Notification | undefined {
  if (method === 'notifications/resources/updated') {
    const uri = isObject(params) ? params['uri'] : undefined
    return typeof uri === 'string' && filter.uris.includes(uri) ? { method, params: { uri } } : undefined
  }
  const told = filter.lists.some((name) => listChanges[name]?.method === method)
  return told && typeof method === 'string' ? { method, params: {} } : undefined
}

export interface Notification {
  readonly method: string
  readonly params: JsonObject
}
