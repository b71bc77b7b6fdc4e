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

/** Which lists are others when a server says this. */
export const changedBy: ReadonlyMap<unknown, readonly ListKind[]> = new Map([
  ['notifications/tools/list_changed', ['tools']],
  ['notifications/prompts/list_changed', ['prompts']],
  ['notifications/resources/list_changed', ['resources', 'templates']],
])
