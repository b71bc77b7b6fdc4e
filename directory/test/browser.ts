/**
 * A real Chromium for journeys and for looking at pages. Without Chromium they are skipped and say so; under `CI=true`
 * that is a failure (docs/decisions, B17).
 */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'

const narrow = 600

const launchArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  // Every page is looked at for a moment: fewer processes, and no machine code for what runs once, save a fifth of the CPU.
  '--in-process-gpu',
  '--disable-site-isolation-trials',
  '--renderer-process-limit=1',
  '--js-flags=--no-maglev --no-turbofan',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A quarter of the points to draw, in a few large pieces: a tenth of the CPU, where nobody looks at a picture. */
const coarse = ['--force-device-scale-factor=0.5', '--default-tile-width=4096', '--default-tile-height=1024']

export type Theme = 'light' | 'dark'

export interface View {
  /** Width of the window in CSS pixels. */
  readonly width: number
  readonly theme: Theme
}

/** The four ways in which every page is looked at. */
export const views: readonly View[] = [
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
]

/** Every width and theme once: enough where another test looks at the page in all views, or where only colours differ. */
export const opposites: readonly View[] = [
  { width: 360, theme: 'light' },
  { width: 1280, theme: 'dark' },
]

interface ProfileOptions {
  readonly ignoreHTTPSErrors?: boolean
  readonly javaScriptEnabled?: boolean
}

export interface OpenBrowser extends AsyncDisposable {
  /** A browser profile of its own: its cookies are shared with no other. */
  context(view?: View, options?: ProfileOptions): Promise<BrowserContext>
}

/** Files that share a process share the browser; their profiles stay apart. */
let launched: Promise<Browser> | undefined
after(async () => await (await launched)?.close())

/** The browser, or undefined when there is none on this machine; then say so with `t.skip(noChromium)`. */
export async function openBrowser(): Promise<OpenBrowser | undefined> {
  if (chromiumPath === undefined) {
    console.log(noChromium)
    assert.notEqual(process.env['CI'], 'true', noChromium)
    return undefined
  }
  launched ??= chromium.launch({
    executablePath: chromiumPath,
    args: [...launchArguments, ...(process.env['SCREENSHOTS'] === undefined ? coarse : [])],
  })
  const browser = await launched
  const profiles: BrowserContext[] = []
  return {
    async context({ width, theme } = { width: 1280, theme: 'light' }, options = {}) {
      const profile = await browser.newContext({
        viewport: { width, height: width < narrow ? 780 : 900 },
        colorScheme: theme,
        reducedMotion: 'reduce',
        ...options,
      })
      profiles.push(profile)
      return profile
    },
    async [Symbol.asyncDispose]() {
      for (const profile of profiles) await profile.close()
    },
  }
}

export const noChromium = 'browser journeys NOT RUN (no Chromium)'

/** Changes the window and the system's theme of a page that is already open. */
export async function look(page: Page, { width, theme }: View): Promise<void> {
  await page.setViewportSize({ width, height: width < narrow ? 780 : 900 })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
}

interface AxeNode {
  readonly html: string
  readonly failureSummary?: string
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly AxeNode[]
  }[]
  readonly passes: readonly { readonly id: string }[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What a closed `<details>` hides has no colours: without it the look at them takes half of the time on long pages. The other
 * rules see it, because what is shown may refer to it.
 */
const runAxe = `async (choice) => {
  const run = (options) =>
    axe.run(document, { resultTypes: ['violations'], preload: false, selectors: false, ...options })
  const others = { rules: { 'color-contrast': { enabled: false } } }
  if (choice === 'all but colours') return await run(others)
  const hidden = [...document.querySelectorAll('details:not([open])')].map((details) => ({
    details,
    children: [...details.children].filter(({ tagName }) => tagName !== 'SUMMARY'),
  }))
  const long = document.querySelectorAll('details:not([open]) > :not(summary) *').length > 300
  if (choice === 'all' && !long) return await run({})
  const seen = choice === 'all' ? await run(others) : { violations: [], passes: [] }
  for (const { children } of hidden) for (const child of children) child.remove()
  try {
    const { violations, passes } = await run({ runOnly: ['color-contrast'] })
    return { violations: [...seen.violations, ...violations], passes: [...seen.passes, ...passes] }
  } finally {
    for (const { details, children } of hidden.reverse()) details.append(...children)
  }
}`

type RuleChoice = 'all' | 'all but colours' | 'colours' | 'none'

/** A look that saw nothing is not a pass: neither the one at the colours nor the one at everything else. */
function assertLooked({ passes, violations }: AxeResults, choice: RuleChoice): void {
  const seen = new Set([...passes, ...violations].map(({ id }) => id))
  const colours = seen.delete('color-contrast')
  if (choice !== 'all but colours') assert.ok(colours, 'axe-core looked at no colours')
  if (choice !== 'colours') assert.ok(seen.size > 0, 'axe-core looked at nothing but colours')
}

/** Fails when axe-core finds a violation on the page as it is shown now, and names the elements. */
export async function checkAccessibility(page: Page, choice: RuleChoice = 'all'): Promise<void> {
  if (choice === 'none') return
  // A click that leads on has ended before the next page has: half a page has no landmark and no heading.
  await page.waitForLoadState()
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  const results = await page.evaluate<AxeResults>(`(${runAxe})(${JSON.stringify(choice)})`)
  assertLooked(results, choice)
  const found = results.violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    at: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`),
  }))
  assert.deepEqual(found, [], `axe-core on ${page.url()}`)
}

/** Fails when the page is wider than its window. */
export async function checkNoOverflow(page: Page): Promise<void> {
  const wide = await page.evaluate<string[]>(`
    document.documentElement.scrollWidth <= innerWidth ? [] :
      [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120)).slice(0, 5).concat('scrollWidth ' + document.documentElement.scrollWidth)
  `)
  assert.deepEqual(wide, [], `${page.url()} is wider than its window`)
}

/** Collects what the browser complains of: CSP violations, failed loads, script errors. */
export function complaints(page: Page): readonly string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`${page.url()} ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`${page.url()} ${error.message}`))
  return found
}

/** A picture of the whole page for people to look at, in the folder that `SCREENSHOTS` names; without it none. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Light and dark differ in colours only, and these are the same at every width: so they are looked at in wide views. */
function rulesFor(view: View, seenIn: readonly View[]): RuleChoice {
  const alsoWide = seenIn.some(({ width, theme }) => width > narrow && theme === view.theme)
  if (view.theme === 'dark') return view.width > narrow || !alsoWide ? 'colours' : 'none'
  return view.width > narrow || !alsoWide ? 'all' : 'all but colours'
}

/**
 * One look in the view that the page has: for a page that the test of its module inspects in every view. With EVERY_VIEW
 * or SCREENSHOTS it is inspected here too.
 */
export async function glance(page: Page, name: string): Promise<void> {
  if ((process.env['EVERY_VIEW'] ?? process.env['SCREENSHOTS']) !== undefined)
    return await inspect(page, name)
  await checkNoOverflow(page)
  await checkAccessibility(page)
}

/** Looks at the open page in these views: no violation of axe-core, nothing wider than the window, one picture each. */
export async function inspect(page: Page, name: string, seenIn = views): Promise<void> {
  for (const view of seenIn) {
    await look(page, view)
    await checkNoOverflow(page)
    await checkAccessibility(page, rulesFor(view, seenIn))
    await shoot(page, `${name}-${view.width}-${view.theme}`)
  }
}
