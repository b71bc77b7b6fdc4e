import type { Page } from 'playwright-core'
import { many, one, type FactsForm } from '../src/submissions/index.ts'

/** Answers every question of the page of a draft that is open, as a person would. */
export async function answerPage(page: Page, form: FactsForm): Promise<void> {
  const names = await page
    .locator('auto-save [name]')
    .evaluateAll((controls) => controls.map((control) => control.getAttribute('name') ?? ''))
  for (const name of new Set(names)) {
    const values = many(form[name])
    if (values.length === 0) continue
    const control = page.locator(`auto-save [name="${name}"]`)
    const type = await control.first().getAttribute('type')
    if (type === 'checkbox' || type === 'radio') {
      for (const value of values) await page.locator(`auto-save [name="${name}"][value="${value}"]`).check()
    } else await control.fill(one(form[name]))
  }
}

/** From the page that is open to the last one. */
export async function walkDraft(page: Page, form: FactsForm): Promise<void> {
  while (!page.url().endsWith('/review')) {
    const here = page.url()
    await answerPage(page, form)
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.waitForURL((url) => url.href !== here)
  }
}
