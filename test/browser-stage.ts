import type { TestContext } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { createClockServer } from '../directory/src/demo/clock-server.ts'
import { createNotesServer } from '../directory/src/demo/notes-server.ts'
import { openNotesState } from '../directory/src/demo/notes-state.ts'
import { createSloppyServer } from '../directory/src/demo/sloppy-server.ts'
import type { InstanceRole, Viewer } from '../directory/src/kernel/index.ts'
import type { Facts } from '../directory/src/submissions/index.ts'
import { complaints, noChromium, openBrowser, type OpenBrowser } from '../directory/test/browser.ts'
import { listen } from '../directory/test/login-server.ts'
import { createPublisherSite } from '../directory/src/demo/publisher-site.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RequestListener } from 'node:http'
import type { Server } from 'node:http'
import { password, signUp, startProduct, type Product } from './product.ts'

/** The whole product, servers that it does not know, and a browser. */
export interface Stage extends AsyncDisposable {
  readonly product: Product
  readonly browser: OpenBrowser
  /** MCP endpoints: open, behind a login, and one that breaks rules. */
  readonly servers: { readonly clock: string; readonly notes: string; readonly sloppy: string }
  /** Origin of the website with privacy policy and support page. */
  readonly site: string
}

/** Undefined when there is no Chromium; the test is then skipped. */
export async function setStage(t: TestContext): Promise<Stage | undefined> {
  const browser = await openBrowser()
  if (browser === undefined) {
    t.skip(noChromium)
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'connectory-stage-'))
  const notesState = openNotesState(join(folder, 'notes.json'))
  const product = await startProduct()
  const clock = await listen(() => listenerOf(createClockServer(product.url.origin)))
  const sloppy = await listen(() => listenerOf(createSloppyServer()))
  const site = await listen(() => listenerOf(createPublisherSite()))
  const notes = await listen((origin) => listenerOf(createNotesServer(origin, notesState)))
  const parts = [browser, product, clock, sloppy, site, notes]
  const mcp = ({ origin }: { readonly origin: string }) => `${origin}/mcp`
  return {
    product,
    browser,
    servers: { clock: mcp(clock), notes: mcp(notes), sloppy: mcp(sloppy) },
    site: site.origin,
    async [Symbol.asyncDispose]() {
      for (const part of parts) await part[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function listenerOf(server: Server): RequestListener {
  return (request, response) => void server.emit('request', request, response)
}

/**
 * One part of a journey. The parts after one that failed are left out; the failure says which page was open.
 */
export async function part(
  t: TestContext,
  name: string,
  { page }: Visitor,
  walk: () => Promise<void>,
): Promise<void> {
  let failed = false
  await t.test(name, async () => {
    try {
      await walk()
    } catch (error) {
      failed = true
      console.error(`The page was ${page.url()}:\n${await page.locator('main').innerText({ timeout: 500 })}`)
      throw error
    }
  })
  if (failed) throw new Error(`The journey ended at “${name}”.`)
}

/** A person with a browser of their own. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly viewer: Viewer
  /** What the browser complained of: CSP violations, script errors, failed loads. */
  readonly complaints: readonly string[]
  /** Opens a path of the product. */
  readonly open: (path: string) => Promise<void>
}

export interface VisitorOptions {
  readonly roles?: readonly InstanceRole[]
  readonly javaScript?: boolean
}

/** Somebody who has an account and signs in through the form. */
export async function arrive(
  stage: Pick<Stage, 'product' | 'browser'>,
  name: string,
  { roles = [], javaScript = true }: VisitorOptions = {},
): Promise<Visitor> {
  const viewer = await signUp(stage.product, name, roles)
  const context = await stage.browser.context(undefined, { javaScriptEnabled: javaScript })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const visitor: Visitor = {
    page,
    context,
    viewer,
    complaints: complaints(page),
    open: async (path) => {
      await page.goto(new URL(path, stage.product.url).href)
    },
  }
  await visitor.open('/sign-in')
  await page.getByLabel('E-mail').fill(viewer.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  return visitor
}

/**
 * What went wrong on our own pages: CSP violations, script errors, loads that failed. Answers that a page gives on
 * purpose (to a mistake, a missing role, a refused consent, of what is gone) are none.
 */
export function faults({ product }: Pick<Stage, 'product'>, { complaints: all }: Visitor): readonly string[] {
  const onPurpose = /responded with a status of (403|404|409|410|422)/
  return all.filter((line) => line.startsWith(product.url.origin) && !onPurpose.test(line))
}

/** What a publisher says of a server. */
export function factsOf({ site }: Stage, name: string, serverUrl: string, auth: Facts['auth']): Facts {
  return {
    serverUrl,
    auth,
    staticClient: false,
    addressFilter: false,
    name,
    tagline: `${name}, for everybody`,
    descriptionMarkdown: `Ask **${name}** for what you need.\n\n- *What time is it in Tokyo?*\n- *What did I note yesterday?*`,
    categories: ['productivity'],
    publisherName: 'Stage Company',
    publisherUrl: null,
    documentationUrl: null,
    privacyUrl: `${site}/privacy`,
    termsUrl: null,
    support: `${site}/support`,
    securityContact: 'security@stage.example',
    useCases: null,
    testInstructions: null,
  }
}

/** Fills the form of a submission as a person would. The page must show it. */
export async function fillSubmission(page: Page, facts: Facts): Promise<void> {
  await page.getByLabel('Address of the server').fill(facts.serverUrl)
  await page.getByLabel(facts.auth === 'oauth' ? 'With OAuth' : 'Not at all').check()
  await page.locator('#field-name').fill(facts.name)
  await page.getByLabel('Tagline').fill(facts.tagline)
  await page.getByLabel('Description').fill(facts.descriptionMarkdown)
  for (const category of facts.categories) {
    await page.locator(`input[name=categories][value="${category}"]`).check()
  }
  await page.getByLabel('Privacy policy').fill(facts.privacyUrl)
  await page.locator('#field-support').fill(facts.support)
  await page.locator('#field-securityContact').fill(facts.securityContact ?? '')
  await page.locator('#field-acceptTerms').check()
}
