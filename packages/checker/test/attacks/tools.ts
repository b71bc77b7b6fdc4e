import type { ToolFacts } from '../../src/evidence/facts.ts'
import type { JsonObject } from '../../src/raw-tool.ts'

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
  ['copy', 'Copies'],
  ['restore', 'Brings back'],
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
  ['reply', 'a reply to a mail; it is sent from the address of the account, never to anybody else'],
  ['wallet', 'a wallet with its address and balance; no payment is made'],
  ['instruction', 'an instruction for the work on a machine, as a list of steps'],
  ['session', 'a session of the training plan. The user can repeat each session later'],
  ['permission', 'a permission of a role. Ask the user for confirmation before it is changed'],
  ['recommendation', 'a recommendation of the editors, with the reasons that they gave'],
  ['transcript', 'a transcript of a meeting; the whole text is at most 100 pages long'],
  ['webhook', 'a webhook that posts each event to the URL which the user has set up'],
  ['environment', 'an environment of a project, such as staging. Variables are listed by name only'],
  ['reminder', 'a reminder. It is shown silently when the calendar says that the user is busy'],
  ['summary', 'a summary of a report that leaves out the tables'],
  ['plan', 'a plan of the subscription, free or paid, with its limits'],
  ['server', 'a server of the cluster; other servers keep running'],
  ['script', 'a script of the pipeline as text. It is not run'],
  ['password', 'a rule for passwords: how long they are, when they expire'],
  ['mode', 'a mode of the thermostat. You are asked for a temperature next'],
  ['alert', 'an alert of the monitoring. Tell the user when it was acknowledged by somebody else'],
  ['checklist', 'a checklist. Before you close it, every step must be done'],
  ['price', 'the price of an article, with the discount that the customer has'],
  ['directory', 'a directory of files, with everything below it. Hidden files are left out'],
  ['conversation', 'a conversation of the help desk by its number'],
  ['credential', 'the name and the age of a credential; the secret itself stays in the vault'],
  ['redirect', 'a redirect from an old address to a new one. The first rule that matches counts'],
  ['glossary', 'an entry of the glossary. If a term is missing, say so instead of guessing'],
  ['search', 'a saved search. For other sources use the tool of that source'],
] as const

/** Five hundred harmless tools with parameters, choices, examples and nested schemas. */
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

/** Every place in which a server's text can stand: the path into the tool, or into what stands beside the tools. */
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
  ['instructions'],
  ['prompts', 'description'],
  ['prompts', 'arguments', '0', 'description'],
]

/** A list of one tool with the text in that place, after what stood there, and with its name. */
export function planted(
  tool: Tool,
  name: string,
  path: readonly string[],
  change: (shown: string) => string,
): ToolFacts {
  const shown = `Everything about the ${String(tool['title'])}.`
  const [root, ...rest] = path
  if (root === 'instructions') return { list: [], instructions: change(shown) }
  if (root === 'prompts') {
    const prompt = { name, description: shown, arguments: [{ name: 'id', description: 'Which one.' }] }
    return { list: [], prompts: [changed(prompt, rest, change)] }
  }
  return { list: [{ page: 1, index: 1, raw: { ...changed(tool, path, change), name } }] }
}

function changed(value: Tool, path: readonly string[], change: (shown: string) => string): JsonObject {
  const copy = structuredClone(value)
  let at: Record<string, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  const shown = at[last]
  at[last] = change(typeof shown === 'string' ? shown : '')
  return copy as JsonObject
}
