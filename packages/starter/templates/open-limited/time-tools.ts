import { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'

/**
 * Replace these tools by your own. What a reviewer and a model need stays the same: a title, a description that says
 * what the tool does and when to use it, described parameters, and `annotations` with a boolean hint on every tool.
 */
export function createTimeServer(): McpServer {
  const server = new McpServer({ name: 'world-clock', version: '1.0.0' })
  const readsOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

  server.registerTool(
    'convert_time',
    {
      title: 'Convert a time between time zones',
      description:
        'Says what the clock shows in one place when it shows a given time in another. ' +
        'Use it for questions such as "What time is 9:00 in Berlin for someone in Tokyo?".',
      inputSchema: z.object({
        instant: z.iso
          .datetime({ offset: true })
          .describe('The moment, ISO 8601 with offset: 2026-03-01T09:00:00+01:00'),
        zone: z.string().max(64).describe('IANA name of the zone to show it in, for example Asia/Tokyo'),
      }),
      annotations: { title: 'Convert a time between time zones', ...readsOnly },
    },
    ({ instant, zone }) => {
      if (!Intl.supportedValuesOf('timeZone').includes(zone) && zone !== 'UTC') {
        return failed(`"${zone}" is not a known time zone. Use list_time_zones to find its name.`)
      }
      const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'full', timeStyle: 'long' })
      return answer(shown.format(new Date(instant)))
    },
  )

  server.registerTool(
    'list_time_zones',
    {
      title: 'List time zones',
      description:
        'Lists IANA time zone names, page by page, optionally only those that contain a word. ' +
        'Use it to find the name that convert_time needs.',
      inputSchema: z.object({
        search: z.string().max(64).default('').describe('Only names that contain this, for example "Berlin"'),
        limit: z.int().min(1).max(200).default(50).describe('How many names to return at most'),
        offset: z.int().min(0).default(0).describe('How many names to skip'),
      }),
      annotations: { title: 'List time zones', ...readsOnly },
    },
    ({ search, limit, offset }) => {
      const wanted = search.toLowerCase()
      const names = Intl.supportedValuesOf('timeZone').filter((name) => name.toLowerCase().includes(wanted))
      const page = names.slice(offset, offset + limit)
      if (page.length === 0) return failed(`No zone name contains "${search}" after position ${offset}.`)
      const rest = names.length - offset - page.length
      return answer(
        [...page, ...(rest > 0 ? [`(${rest} more: call again with offset ${offset + limit})`] : [])].join(
          '\n',
        ),
      )
    },
  )
  return server
}

function answer(text: string) {
  return { content: [{ type: 'text' as const, text }] }
}

/** A failure that the model can act on: it says what was wrong and what to do. */
function failed(text: string) {
  return { ...answer(text), isError: true }
}
