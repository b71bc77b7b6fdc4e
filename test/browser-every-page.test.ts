import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAccessibility, checkNoOverflow, look } from '../directory/test/browser.ts'
import { arrive, factsOf, part, setStage, type Stage, type Visitor } from './browser-stage.ts'
import { listConnector } from './listed-connector.ts'
import { signUp } from './product.ts'
import { routedPaths } from './routed-paths.ts'

/** Parts of pages, files and what signs out: nothing that a person sees as a page. */
const noPages =
  /^\/(?:api|v0\.1|assets|oauth|\.well-known|icons|badges|c)\/|\.(?:json|txt|xml|svg|atom)$|sign-out/

test('no page has a violation of axe-core, in light and in dark, for whoever may see it', async (t) => {
  const opened = await setStage(t)
  if (opened === undefined) return
  await using stage = opened
  const publisher = await arrive(stage, 'Paula Publisher')
  const reviewer = await signUp(stage.product, 'Rita Reviewer', ['reviewer'])
  const { submission } = await listConnector(
    stage.product,
    { publisher: publisher.viewer, reviewer },
    factsOf(stage, 'World Clock', stage.servers.clock, 'none'),
  )
  const operator = await arrive(stage, 'Olga Operator', { roles: ['reviewer', 'operator'] })
  const paths = pathsOf(stage, submission)
  await part(t, 'of a reviewer and operator', operator, async () => {
    const looked = await walk(stage, operator, paths)
    assert.ok(looked >= 45, `only ${looked} pages were looked at`)
  })
  await part(t, 'of a publisher', publisher, async () => {
    const own = paths.filter((path) => /world-clock/.test(path) || path.includes(submission))
    const looked = await walk(stage, publisher, own)
    assert.ok(looked >= 18, `only ${looked} pages were looked at`)
  })
})

/** Every address of a page, with what the stage has in place of its parameters; others have no page of their own here. */
function pathsOf(stage: Stage, submission: string): readonly string[] {
  const known: Readonly<Record<string, string>> = { ':slug': 'world-clock', ':id': submission }
  return routedPaths(stage.product)
    .map((path) => path.replace(/:\w+/g, (name) => known[name] ?? name))
    .filter((path) => !path.includes(':') && !noPages.test(path))
}

async function walk(stage: Stage, { page, open }: Visitor, paths: readonly string[]): Promise<number> {
  let looked = 0
  for (const path of paths) {
    const answer = await page.request.get(new URL(path, stage.product.url).href, { maxRedirects: 0 })
    const isPage = answer.headers()['content-type']?.startsWith('text/html') === true
    if (answer.status() !== 200 || !isPage || !(await answer.text()).includes('<main')) continue
    await open(path)
    for (const theme of ['light', 'dark'] as const) {
      await look(page, { width: 1280, theme })
      await checkAccessibility(page, theme === 'light' ? 'all' : 'colours')
    }
    await checkNoOverflow(page)
    looked += 1
  }
  return looked
}
