import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  checkAccessibility,
  checkNoOverflow,
  complaints,
  inspect,
  look,
  noChromium,
  openBrowser,
  shoot,
  views,
} from '../../test/browser.ts'
import { serveGallery } from './gallery-server.tsx'

test('every component is readable, reachable and inside the window, light and dark, on a phone and on a desk', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const page = await (await chromium.context()).newPage()
  const found = complaints(page)
  await page.goto(new URL('/gallery', gallery.url).href)
  await page.waitForSelector('live-region:not([data-active])')
  assert.equal(await page.locator('.step-done').count(), 3, 'the live region took the new state')
  await inspect(page, 'gallery')
  await page.goto(new URL('/de/nothing-here', gallery.url).href)
  await inspect(page, 'not-found')
  assert.deepEqual(
    found.filter((line) => !line.includes('404')),
    [],
  )
})

test('who is signed in has a menu, and a form that was sent says so on the next page', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const page = await (await chromium.context()).newPage()
  const found = complaints(page)
  await page.goto(new URL('/de/gallery?as=reviewer', gallery.url).href)
  for (const view of views) {
    await look(page, view)
    const menu = page.locator('.site-header-end details:has(.avatar)')
    await menu.locator('summary').click()
    assert.equal(await menu.locator('form button').isVisible(), true)
    await shoot(page, `signed-in-${view.width}-${view.theme}`)
    await checkNoOverflow(page)
    await checkAccessibility(page)
    await page.keyboard.press('Escape')
  }
  await page.goto(new URL('/de/gallery', gallery.url).href)
  await page.fill('#field-name', 'Karten')
  await page.fill('#field-url', 'https://karten.example/mcp')
  await page.check('#field-terms')
  await page.click('main form[method=post] .button-primary')
  await page.waitForSelector('.flash')
  assert.equal(await page.textContent('.flash'), 'Kopiert')
  await inspect(page, 'flash')
  assert.deepEqual(found, [])
})

test('a word of somebody’s that never ends makes no page wider than a phone', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const page = await (await chromium.context({ width: 360, theme: 'light' })).newPage()
  await page.goto(new URL('/gallery', gallery.url).href)
  const places = ['.callout p', '.empty-state p', '.breadcrumbs a', '.table .cell-value', '.definitions dd']
  for (const place of places) {
    await page
      .locator(place)
      .first()
      .evaluate((element) => {
        element.textContent = 'on'.repeat(100)
      })
  }
  await checkNoOverflow(page)
})

test('a block of code, and a change, are copied as they stand', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const context = await chromium.context()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(new URL('/gallery', gallery.url).href)
  for (const details of await page.locator('details:has(.code-block)').all()) {
    await details.locator('summary').first().click()
  }
  for (const kind of ['.code-block:not(:has(.diff))', '.code-block:has(.diff)']) {
    const block = page.locator(kind).first()
    await block.getByRole('button', { name: 'Copy' }).click()
    await block.getByRole('button', { name: 'Copied' }).waitFor()
    const shown = await block.locator('pre').evaluate((pre) => pre.textContent)
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), shown)
  }
})

test('the theme is switched by hand, and stays switched on the next page', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const page = await (await chromium.context({ width: 1280, theme: 'light' })).newPage()
  const found = complaints(page)
  await page.goto(new URL('/gallery', gallery.url).href)
  await page.locator('theme-toggle button').click()
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark')
  await page.reload()
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark')
  assert.deepEqual(found, [])
})

test('the keyboard skips to the content, opens the menu and closes it with Escape', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const page = await (await chromium.context({ width: 360, theme: 'light' })).newPage()
  await page.goto(new URL('/es/nada', gallery.url).href)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip-link')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.id'), 'main')
  const menu = page.locator('details.phone-only')
  await menu.locator('summary').focus()
  await page.keyboard.press('Enter')
  assert.equal(await menu.locator('.nav-link').first().isVisible(), true)
  await checkAccessibility(page)
  await page.keyboard.press('Escape')
  assert.equal(await menu.getAttribute('open'), null)
})

test('htmx builds no functions from attributes, and the policy of the page agrees', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  await using gallery = await serveGallery()
  const page = await (await chromium.context()).newPage()
  await page.goto(new URL('/gallery', gallery.url).href)
  const refused = await page.evaluate<string>(`
    (() => {
      const probe = document.createElement('button')
      probe.setAttribute('hx-on:click', 'window.evil = true')
      document.body.append(probe)
      try { htmx.process(probe) } catch {}
      probe.click()
      return String(window.evil)
    })()`)
  assert.equal(refused, 'undefined')
  assert.equal(await page.evaluate('document.adoptedStyleSheets.length'), 0)
})

test('a look that sees no colours is not a pass, on a short page and on a long one', async (t) => {
  await using chromium = await openBrowser()
  if (chromium === undefined) return t.skip(noChromium)
  const page = await (await chromium.context()).newPage()
  for (const lines of [1, 400]) {
    const hidden = `<ul>${'<li>Hidden</li>'.repeat(lines)}</ul>`
    const body = `<main><h1 aria-label="Nothing"></h1><details><summary aria-label="More"></summary>${hidden}</details></main>`
    await page.setContent(`<html lang="en"><head><title>Nothing</title></head><body>${body}</body></html>`)
    await assert.rejects(checkAccessibility(page), /looked at no colours/)
    await assert.rejects(checkAccessibility(page, 'colours'), /looked at no colours/)
    await checkAccessibility(page, 'all but colours')
  }
})
