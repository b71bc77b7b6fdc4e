import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  arrive,
  factsOf,
  faults,
  fillSubmission,
  part,
  setStage,
  type Stage,
  type Visitor,
} from './browser-stage.ts'
import {
  checkAccessibility,
  checkNoOverflow,
  glance,
  inspect,
  look,
  opposites,
} from '../directory/test/browser.ts'
import { listConnector } from './listed-connector.ts'
import { checked, password, signUp } from './product.ts'

test('pages answer to mistakes, to the keyboard and in three languages', async (t) => {
  const opened = await setStage(t)
  if (opened === undefined) return
  await using stage = opened
  const people = {
    publisher: await signUp(stage.product, 'Paula Publisher'),
    reviewer: await signUp(stage.product, 'Rita Reviewer', ['reviewer']),
  }
  const listed = factsOf(stage, 'World Clock', stage.servers.clock, 'none')
  const { submission } = await listConnector(stage.product, people, listed)
  const guest = await arrive(stage, 'Gerda Guest')

  await part(t, 'with nothing but the keyboard one signs in, searches and connects', guest, () =>
    usesKeys(stage),
  )
  await part(t, 'a form with mistakes keeps what was typed and leads to the first one', guest, () =>
    mistypes(stage, guest),
  )
  await part(t, 'a page that is older than its submission says so and changes nothing', guest, () =>
    sendsOldForm(stage, guest),
  )
  await part(t, 'who lacks a role, an account or an address is told', guest, () => isTold(stage, guest))
  await part(t, 'pages that everybody reads are readable in every view', guest, () => reads(stage))
  await part(t, 'every page speaks German and Spanish', guest, () => speaks(guest, everybodysPages))
  const rena = await arrive(stage, 'Rena Reviewer', { roles: ['reviewer'] })
  const pages = ['/review', `/review/${submission}`, `/submissions/${submission}`]
  await part(t, 'so do the pages of reviewers', rena, () => speaks(rena, pages))
  for (const visitor of [guest, rena]) assert.deepEqual(faults(stage, visitor), [])
})

/** Tab until the wanted thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate<string>(
      `(document.activeElement?.labels?.[0]?.innerText ?? document.activeElement?.innerText ?? '').trim()`,
    )
    if (reached === name) return
  }
  throw new Error(`Tab never reaches “${name}” on ${page.url()}.`)
}

async function usesKeys(stage: Stage): Promise<void> {
  const person = await signUp(stage.product, 'Kim Keys')
  const context = await stage.browser.context()
  const page = await context.newPage()
  await page.goto(new URL('/', stage.product.url).href)
  await tabTo(page, 'Sign in')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sign-in/)
  // A page gives its first field the focus when it is drawn, which may be after it has loaded.
  await page.locator('input[name=email]:focus').waitFor()
  await page.keyboard.type(person.email)
  await tabTo(page, 'Password')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/')
  await tabTo(page, 'What do you want your assistant to do?')
  await page.keyboard.type('convert_time')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/connectors\?q=convert_time/)
  await tabTo(page, 'World Clock')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/connectors\/world-clock$/)
  await tabTo(page, 'Connect')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/connect\/world-clock$/)
  await tabTo(page, 'Connect')
  await page.keyboard.press('Enter')
  await page.getByText('Connected to World Clock.').waitFor()
  await context.close()
}

async function mistypes(stage: Stage, { page, open }: Visitor): Promise<void> {
  await open('/submissions/new/form')
  const facts = factsOf(stage, 'Faulty', 'not an address', 'none')
  await fillSubmission(page, { ...facts, privacyUrl: 'ftp://files.example/privacy' })
  await page.locator('#field-acceptTerms').uncheck()
  await page.getByRole('button', { name: 'Submit and check' }).click()
  await page.locator('.error-summary:focus').waitFor()
  assert.equal(await page.getByLabel('Address of the server').inputValue(), 'not an address')
  assert.equal(await page.getByLabel('Tagline').inputValue(), facts.tagline)
  assert.equal(await page.getByLabel('Not at all').isChecked(), true)
  assert.equal(await page.locator('input[name=categories][value=productivity]').isChecked(), true)
  assert.equal(await page.locator('.error-summary li').count(), 3)
  await glance(page, '24-submit-errors')
  await page.locator('.error-summary a').first().click()
  assert.equal(await page.evaluate('document.activeElement?.id'), 'field-serverUrl')
}

async function sendsOldForm(stage: Stage, { page, open, viewer }: Visitor): Promise<void> {
  const { submissions } = stage.product.app
  const facts = factsOf(stage, 'Quick To-dos', stage.servers.sloppy, 'none')
  const { id } = await submissions.submit(viewer, facts, { publishOnApproval: true })
  await checked(stage.product, viewer, id)
  await open(`/submissions/${id}`)
  const { submission } = await submissions.view(viewer, id)
  await submissions.withdraw(viewer, id, { seen: submission.seen })
  await page.getByRole('button', { name: 'The server is fixed: check again' }).click()
  await page.getByRole('heading', { name: /out of date|older|changed/i }).waitFor()
  await inspect(page, '60-stale-form', opposites)
  assert.equal((await submissions.view(viewer, id)).submission.state.status, 'withdrawn')
  await open(`/submissions/${id}`)
  await inspect(page, '29-submission-withdrawn', opposites)
}

async function isTold(stage: Stage, { page, open }: Visitor): Promise<void> {
  await open('/review')
  assert.match(await page.locator('main').innerText(), /reviewer/)
  await inspect(page, '61-not-allowed', opposites)
  await open('/nowhere')
  await glance(page, '62-not-found')

  const context = await stage.browser.context()
  const stranger = await context.newPage()
  await stranger.goto(new URL('/es/connections', stage.product.url).href)
  await stranger.waitForURL(/\/es\/sign-in\?next=%2Fes%2Fconnections$/)
  await inspect(stranger, '10-sign-in-es', opposites)
  const wrong = await signUp(stage.product, 'Wanda Wrong')
  await stranger.locator('#field-email').fill(wrong.email)
  await stranger.locator('#field-password').fill('something else entirely')
  await stranger.keyboard.press('Enter')
  await stranger.locator('.error-summary').waitFor()
  await inspect(stranger, '11-sign-in-wrong', opposites)
  assert.equal(await stranger.locator('#field-email').inputValue(), wrong.email)
  await stranger.locator('#field-password').fill(password)
  await stranger.keyboard.press('Enter')
  await stranger.waitForURL(/\/es\/connections$/)
  await context.close()
}

async function reads(stage: Stage): Promise<void> {
  const context = await stage.browser.context()
  const page = await context.newPage()
  const pages = { '12-sign-up': '/sign-up', '70-report': '/connectors/world-clock/report' }
  const texts = { '71-policy': '/policy', '72-resources': '/resources', '73-terms': '/terms' }
  for (const [name, path] of Object.entries({ ...pages, ...texts })) {
    await page.goto(new URL(path, stage.product.url).href)
    await inspect(page, name, opposites)
  }
  await look(page, { width: 360, theme: 'light' })
  await page.locator('summary[aria-label="Menu"]').click()
  await checkAccessibility(page)
  await context.close()
}

const everybodysPages = [
  '/',
  '/connectors?q=clock',
  '/connectors?q=xylophone',
  '/connectors/world-clock',
  '/connectors/world-clock/report',
  '/policy',
  '/statistics',
  '/resources',
  '/terms',
  '/submissions/new',
  '/submissions/new/form',
  '/submissions',
  '/dashboard',
  '/connections',
  '/connect/world-clock',
  '/account',
  '/account/access',
  '/account/calls',
  '/account/keys',
  '/review',
  '/nowhere',
]

/** Words that stand on nearly every English page and in no German or Spanish sentence. */
const english = /\b(the|and|with|your|you|this|that|which|they|their|please|sign in|is not)\b/i

async function speaks({ page, open }: Visitor, paths: readonly string[]): Promise<void> {
  const leftovers: string[] = []
  for (const language of ['de', 'es']) {
    for (const path of paths) {
      await open(`/${language}${path}`)
      assert.equal(await page.locator('html').getAttribute('lang'), language, path)
      await checkNoOverflow(page)
      leftovers.push(...(await englishLines(page)).map((line) => `${language} ${path}: ${line}`))
    }
  }
  assert.deepEqual(leftovers, [])
}

/** Lines of the page, without what strangers wrote: names, descriptions, tools, code. */
async function englishLines(page: Page): Promise<string[]> {
  const text = await page.evaluate<string>(`(() => {
    const copy = document.body.cloneNode(true)
    for (const foreign of copy.querySelectorAll('[lang=en], code, pre, script, .prose, #tools, dd')) foreign.remove()
    document.body.append(copy)
    const text = copy.innerText
    copy.remove()
    return text
  })()`)
  return text.split('\n').filter((line) => english.test(line))
}
