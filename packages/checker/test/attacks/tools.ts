type Tool = Record<string, unknown>

const deeds = [
  ['list', 'Lists'],
  ['get', 'Returns'],
  ['search', 'Searches'],
  ['update', 'Changes'],
  ['delete', 'Deletes'],
  ['create', 'Adds'],
  ['export', 'Exports'],
  ['archive', 'Archives'],
] as const
const things = [
  ['issue', 'an issue of a project, with its labels and its comments'],
  ['note', 'a note of a notebook; the newest comes first'],
  ['contact', 'a contact with name, phone and e-mail address, for example bob@example.com'],
  ['page', 'a page of the wiki as Markdown, with links such as https://docs.example/page'],
  ['file', 'a file of the shared drive before it is sent to the user'],
  ['message', 'a message of a channel and the replies to it, or the whole conversation thread'],
  ['event', 'an event of the calendar. Use this when the user asks about a date'],
  ['invoice', 'an invoice of a customer, without the payment'],
  ['branch', 'a branch of a repository; never touches the main branch'],
  ['dashboard', 'a dashboard. Call list_dashboards first to find its id'],
  ['query', 'a saved query. The result has at most 100 rows; ask the user before raising the limit'],
  ['template', 'a template with instructions for the author of a text'],
  ['secret', 'the name of a secret; its value is never returned'],
  ['user', 'a user of the organisation. Do not guess ids, look them up'],
  ['policy', 'a rule of the firewall; ignores rules that are switched off'],
  ['deployment', 'a deployment and its environment variables by name'],
  ['ticket', 'a ticket of the support desk, 例えば重要なもの'],
  ['order', 'an order of the shop, auch auf Deutsch beschrieben'],
  ['image', 'an image of the gallery \u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f'],
  ['log', 'the log of a service. Before using it in a chart, pick a time range'],
  ['prompt', 'a prompt of the library; the previous version is kept'],
  ['memory', 'an entry of the knowledge graph, with its relations'],
  ['skill', 'a skill. Read its description before you choose another'],
  ['survey', 'a survey with its answers. See https://help.example/surveys for the format'],
  ['account', 'an account. Always returns the currency as ISO 4217'],
] as const

/** Two hundred harmless tools with parameters, choices, examples and nested schemas. */
export const harmless: readonly Tool[] = deeds.flatMap(([verb, says]) =>
  things.map(([thing, about]) => ({
    name: `${verb}_${thing}`,
    title: `${says} one ${thing}`,
    description: `${says} ${about}.`,
    annotations: { title: `${says} one ${thing}`, readOnlyHint: verb === 'get', openWorldHint: false },
    inputSchema: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
          title: 'Id',
          description: `Which ${thing}; the id is part of its address.`,
          examples: ['a-1'],
        },
        order: {
          type: 'string',
          description: 'The order of the result.',
          enum: ['newest', 'oldest'],
          default: 'newest',
        },
        options: {
          type: 'object',
          properties: { deep: { type: 'boolean', description: 'With everything below it.' } },
        },
      },
      required: ['id'],
    },
  })),
)

/** Every place of a tool in which a text can stand: the path to it. */
export const places: readonly (readonly string[])[] = [
  ['description'],
  ['title'],
  ['annotations', 'title'],
  ['inputSchema', 'properties', 'id', 'description'],
  ['inputSchema', 'properties', 'id', 'title'],
  ['inputSchema', 'properties', 'order', 'default'],
  ['inputSchema', 'properties', 'order', 'enum', '1'],
  ['inputSchema', 'properties', 'id', 'examples', '0'],
  ['inputSchema', 'properties', 'options', 'properties', 'deep', 'description'],
]

/** The tool with the text in that place, after what stood there. */
export function planted(tool: Tool, path: readonly string[], change: (shown: string) => string): Tool {
  const copy = structuredClone(tool)
  let at: Record<string, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  const shown = at[last]
  at[last] = change(typeof shown === 'string' ? shown : '')
  return copy
}
