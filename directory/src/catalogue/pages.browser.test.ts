import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { serve } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import { checkNoOverflow, inspect, noChromium, openBrowser } from '../../test/browser.ts'
import { testDatabase } from '../../test/database.ts'
import type { AppEnv } from '../kernel/index.ts'
import { createWeb, routePath } from '../web/index.ts'
import { createCatalogue } from './create-catalogue.ts'
import { exampleReport } from './example-report.test.ts'
import { list, tool, workbench } from './fixture.test.ts'

const database = await testDatabase()
after(async () => await database[Symbol.asyncDispose]())

const examples = [
  [
    'Tracker',
    'Plans work, files issues, keeps everyone informed',
    ['developer-tools', 'productivity'],
    'oauth',
  ],
  ['Mermaid diagrams', 'Draws diagrams from text', ['design'], 'none'],
  ['Wetter', 'Vorhersage, Regen und Warnungen für jeden Ort', ['location'], 'none'],
  ['Ledger & Sons', 'Reads balances and books transfers', ['finance'], 'oauth'],
  ['Archive', 'Finds papers and their citations', ['research', 'education'], 'oauth'],
] as const

async function fill(): Promise<void> {
  const bench = workbench()
  for (const [name, tagline, categories, authType] of examples) {
    await list(database.db, bench, {
      name,
      tagline,
      categories,
      authType,
      staticClient: name === 'Archive',
      descriptionMarkdown:
        '## What you can ask\n\n- *What is left for this week?*\n- *File a bug about the login page*\n\nSee the [guide](https://docs.example.com) for more. Nothing is kept longer than `30 days`.',
      tools: [
        tool('list_issues', {
          title: 'List issues',
          description: 'Lists the issues of a project, the newest first.',
        }),
        tool('create_issue', {
          title: 'Create an issue',
          annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
          inputSchema: {
            type: 'object',
            required: ['project', 'title'],
            properties: {
              project: { type: 'string', description: 'Key of the project' },
              title: { type: 'string', description: 'One line' },
              labels: { type: 'array', items: { type: 'string' } },
              priority: { enum: ['low', 'normal', 'high'] },
            },
          },
        }),
        tool('delete_project_and_everything_that_belongs_to_it_without_asking', {
          annotations: { destructiveHint: true },
        }),
        tool('ping', { annotations: null, description: null }),
      ],
    })
  }
}

async function served() {
  const publicUrl = new URL('http://127.0.0.1')
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl,
    key: new Uint8Array(32),
    bearerPaths: [],
    reportFault: (error) => console.error(error),
  })
  const catalogue = createCatalogue({
    ...workbench(),
    db: database.db,
    config: { publicUrl, gatewayUrl: publicUrl, instanceName: 'Connectory' },
    reports: { load: async () => exampleReport },
  })
  const app = new OpenAPIHono<AppEnv>({ getPath: routePath })
  app.use(...web.before, web.protectForms)
  app.route('/', web.routes())
  app.route('/', catalogue.routes())
  const listening = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, listening.resolve)
  const { port } = await listening.promise
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('every page of the catalogue is accessible and fits, wide and narrow, light and dark', async (t) => {
  const browser = await openBrowser()
  if (browser === undefined) return t.skip(noChromium)
  await using _browser = browser
  const { origin, close } = await served()
  t.after(close)
  const page = await (await browser.context()).newPage()
  await page.goto(origin)
  await inspect(page, 'home-empty')
  await fill()
  for (const [path, name] of [
    ['/', 'home'],
    ['/connectors', 'search-all'],
    ['/connectors?q=crate_isue', 'search-typo'],
    ['/connectors?q=xylophone', 'search-nothing'],
    ['/connectors/tracker', 'connector'],
    ['/connectors/tracker/report', 'connector-report'],
  ] as const) {
    await page.goto(origin + path)
    await inspect(page, name)
  }
  for (const path of ['/de', '/es/connectors/archive', '/de/connectors/archive/report']) {
    await page.goto(origin + path)
    await checkNoOverflow(page)
  }
})
