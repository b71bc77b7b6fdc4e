// Writes packages/checker/src/protocol-schemas/REVISION.json from the schemas of the MCP specification: only what a
// server may send to the requests of a check, without prose. Run it by hand when a revision is added:
//   node scripts/protocol-schemas.mjs FOLDER      (FOLDER/2025-11-25/schema.json and so on)
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.mjs'

const revisions = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28']

/** Names that a revision does not have are left out. */
const wanted = [
  'JSONRPCError',
  'JSONRPCErrorResponse',
  'InitializeResult',
  'DiscoverResult',
  'ListToolsResult',
  'ListResourcesResult',
  'ListResourceTemplatesResult',
  'ListPromptsResult',
  'CompleteResult',
  'CallToolResult',
  'InputRequiredResult',
  'GetPromptResult',
  'ReadResourceResult',
  'EmptyResult',
  'CancelledNotification',
  'LoggingMessageNotification',
  'ProgressNotification',
  'ResourceUpdatedNotification',
  'ListRootsRequest',
  'CreateMessageRequest',
  'ElicitRequest',
  'PingRequest',
]
const prose = new Set(['description', 'title', 'default', 'examples', 'format'])

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Name the folder that holds REVISION/schema.json.')
  process.exit(2)
}
for (const revision of revisions) {
  const whole = JSON.parse(readFileSync(join(folder, revision, 'schema.json'), 'utf8'))
  const home = whole.$defs === undefined ? 'definitions' : '$defs'
  const kept = new Map()
  for (const name of wanted) keep(name, whole[home], kept)
  // One definition a line: a new revision shows its changes.
  const lines = [...kept].map(([name, each]) => `${JSON.stringify(name)}: ${JSON.stringify(each)}`)
  const text = `{\n"$schema": ${JSON.stringify(whole.$schema)},\n"${home}": {\n${lines.join(',\n')}\n}\n}\n`
  writeFileSync(join(root, `packages/checker/src/protocol-schemas/${revision}.json`), text)
  console.log(`${revision}: ${kept.size} definitions, ${text.length} characters`)
}

function keep(name, all, kept) {
  if (all[name] === undefined || kept.has(name)) return
  const short = withoutProse(all[name])
  kept.set(name, short)
  for (const [, other] of JSON.stringify(short).matchAll(/"\$ref":"#\/[^/]+\/([^"]+)"/g))
    keep(other, all, kept)
}

/** Keys of `properties` are names of members, also where one is called "description". */
function withoutProse(value, areNames = false) {
  if (Array.isArray(value)) return value.map((each) => withoutProse(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => areNames || !prose.has(key))
      .map(([key, each]) => [key, withoutProse(each, key === 'properties' && !areNames)]),
  )
}
