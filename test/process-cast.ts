import type { TestContext } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { InstanceRole, SubmissionId } from '../directory/src/kernel/index.ts'
import { noChromium, openBrowser } from '../directory/test/browser.ts'
import { arrive, type Visitor } from './browser-stage.ts'
import { factsOf, listConnector, type Listed } from './listed-connector.ts'
import { checked, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer, type ToolServer } from './tool-server.ts'

/** Everybody who has a part in the process, each signed in with a browser of their own. JavaScript is on where axe looks. */
export interface Cast extends AsyncDisposable {
  readonly product: Product
  /** Website of the publisher. */
  readonly site: string
  readonly publisher: Visitor
  readonly newOwner: Visitor
  readonly user: Visitor
  readonly reviewer: Visitor
  readonly secondReviewer: Visitor
  readonly operator: Visitor
  /** A server that nobody has submitted; it ends with the cast. */
  readonly startServer: () => Promise<ToolServer>
}

/** Undefined when there is no Chromium; the test is then skipped. */
export async function gather(t: TestContext): Promise<Cast | undefined> {
  const browser = await openBrowser()
  if (browser === undefined) {
    t.skip(noChromium)
    return undefined
  }
  await using parts = new AsyncDisposableStack()
  const product = parts.use(await startProduct({ env: { SECOND_APPROVAL: 'high-risk' } }))
  parts.use(browser)
  const site = parts.use(await startPublisherSite()).url
  const come = async (name: string, roles: readonly InstanceRole[], javaScript = false) =>
    await arrive({ product, browser }, name, { roles, javaScript })
  const everybody = {
    publisher: await come('Paula Publisher', []),
    newOwner: await come('Nora Newowner', [], true),
    user: await come('Uma User', [], true),
    reviewer: await come('Rita Reviewer', ['reviewer']),
    secondReviewer: await come('Rosa Second', ['reviewer', 'operator']),
    operator: await come('Otto Operator', ['operator'], true),
  }
  // Until here a failure ends them at once; from here on they end with the cast.
  const kept = parts.move()
  return {
    product,
    site,
    ...everybody,
    startServer: async () => kept.use(await toolServer()),
    [Symbol.asyncDispose]: async () => await kept.disposeAsync(),
  }
}

/** What the publisher says of a server. */
export function saidOf({ site }: Cast, server: ToolServer, name: string) {
  return factsOf(server.url, site, { name, tagline: `${name}, for everybody` })
}

/** A submission that waits for its review. */
export async function submitted(cast: Cast, name: string, tools?: readonly unknown[]): Promise<SubmissionId> {
  const server = await cast.startServer()
  if (tools !== undefined) server.tools = tools
  const { viewer } = cast.publisher
  const facts = saidOf(cast, server, name)
  const { id } = await cast.product.app.submissions.submit(viewer, facts, { publishOnApproval: true })
  await checked(cast.product, viewer, id)
  return id
}

export interface InUse extends Listed {
  readonly server: ToolServer
  readonly endpoint: URL
  /** Of a script of the user. */
  readonly token: string
}

/** A connector that is listed, and that the user has connected. */
export async function listedAndConnected(cast: Cast, name: string): Promise<InUse> {
  const { product, publisher, reviewer, user } = cast
  const server = await cast.startServer()
  const people = { publisher: publisher.viewer, reviewer: reviewer.viewer }
  const listed = await listConnector(product, people, saidOf(cast, server, name))
  const { connections, gateway, authorization } = product.app
  await connections.begin(user.viewer, listed.slug)
  const endpoint = gateway.endpoint(listed.slug)
  const wanted = { viewer: user.viewer, endpoint: endpoint.href, hours: 1, name: 'script' }
  return { ...listed, server, endpoint, token: (await authorization.issueToken(wanted)).token }
}

/** One journey. When it fails, the page that each of these has open is part of the answer. */
export async function journey(
  t: TestContext,
  name: string,
  cast: Cast,
  walk: (cast: Cast) => Promise<void>,
): Promise<void> {
  await t.test(name, async () => {
    try {
      await walk(cast)
    } catch (error) {
      for (const { page } of visitorsOf(cast)) {
        const text = await page
          .locator('main')
          .innerText({ timeout: 500 })
          .catch(() => 'It shows nothing.')
        console.error(`${page.url()}:\n${text}\n`)
      }
      throw error
    }
  })
}

export function visitorsOf(cast: Cast): readonly Visitor[] {
  const { publisher, newOwner, user, reviewer, secondReviewer, operator } = cast
  return [publisher, newOwner, user, reviewer, secondReviewer, operator]
}

/** Presses a button and waits for the page to which it leads. */
export async function press(page: Page, name: string): Promise<void> {
  await leads(page, page.getByRole('main').getByRole('button', { name, exact: true }))
}

export async function follow(page: Page, name: string): Promise<void> {
  await leads(page, page.getByRole('main').getByRole('link', { name, exact: true }).first())
}

async function leads(page: Page, what: Locator): Promise<void> {
  // Together: what waits on its own after a click that failed would end the whole file, not the journey.
  await Promise.all([page.waitForEvent('domcontentloaded'), what.click()])
}

/** What the page says to its reader. */
export async function words(page: Page): Promise<string> {
  return (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')
}

/** Opens the notice and goes where it leads. */
export async function followNotice({ page, open }: Visitor, what: string): Promise<void> {
  await open('/inbox')
  const notice = page.locator('article').filter({ hasText: what }).first()
  await leads(page, notice.getByRole('link', { name: 'Go there' }))
}

/** Takes a case from the queue. */
export async function take({ page, open }: Visitor, name: string): Promise<void> {
  await open('/review')
  await leads(page, page.getByRole('row', { name }).getByRole('button', { name: 'Take this case' }))
}

/** Approves the case that is on the page and taken. */
export async function approve({ page }: Visitor): Promise<void> {
  await page.getByLabel('Approve', { exact: true }).check()
  await page.getByLabel('I called its tools').check()
  await press(page, 'Record the decision')
}
