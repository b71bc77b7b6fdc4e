/** What servers have lists of. */
export type ListKind = 'tools' | 'prompts' | 'resources' | 'templates'

/** What is asked of a server beside calls: a list, or what it has at all. */
export type Wanted = ListKind | 'capabilities'

export interface KindOfList {
  readonly method: string
  /** The member of the result that has the list. */
  readonly member: string
  /** The member of each item by which it is asked for. */
  readonly key: 'name' | 'uri' | 'uriTemplate'
  /** The capability that announces it. */
  readonly capability: 'tools' | 'prompts' | 'resources'
}

export const listKinds: Readonly<Record<ListKind, KindOfList>> = {
  tools: { method: 'tools/list', member: 'tools', key: 'name', capability: 'tools' },
  prompts: { method: 'prompts/list', member: 'prompts', key: 'name', capability: 'prompts' },
  resources: { method: 'resources/list', member: 'resources', key: 'uri', capability: 'resources' },
  templates: {
    method: 'resources/templates/list',
    member: 'resourceTemplates',
    key: 'uriTemplate',
    capability: 'resources',
  },
}

/** What a server says when its lists are others, by the name under which the newer era asks for it. */
export const listChanges: Readonly<
  Record<string, { readonly of: KindOfList['capability']; readonly method: string }>
> = {
  toolsListChanged: { of: 'tools', method: 'notifications/tools/list_changed' },
  promptsListChanged: { of: 'prompts', method: 'notifications/prompts/list_changed' },
  resourcesListChanged: { of: 'resources', method: 'notifications/resources/list_changed' },
}

const kinds = ['tools', 'prompts', 'resources', 'templates'] as const satisfies readonly ListKind[]

/** Which lists are others when a server says this. */
export const changedBy: ReadonlyMap<unknown, readonly ListKind[]> = new Map(
  Object.values(listChanges).map(({ of, method }) => [
    method,
    kinds.filter((kind) => listKinds[kind].capability === of),
  ]),
)
