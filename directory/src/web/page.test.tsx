import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { AppEnv } from '../kernel/index.ts'
import { createWeb, Field, flash, FormToken, href, Page, render, routePath } from './index.ts'

function app(): Hono<AppEnv> {
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl: new URL('http://localhost:8080'),
    key: new Uint8Array(32),
    bearerPaths: ['/api'],
    reportFault: () => {},
  })
  const app = new Hono<AppEnv>({ getPath: routePath })
  app.use(...web.before, web.protectForms)
  app.route('/', web.routes())
  app.get('/form', (c) =>
    render(
      c,
      <Page title="<b>">
        <form method="post">
          <FormToken />
          <Field name="url" label="URL" type="url" required error="Not https." />
        </form>
      </Page>,
    ),
  )
  app.post('/form', (c) => {
    flash(c, 'good', 'shell.copied')
    return c.redirect(href(c.get('language'), '/form'), 303)
  })
  app.onError(web.onError)
  app.notFound(web.notFound)
  return app
}

test('a page says its language, and its title is escaped', async () => {
  const answer = await app().request('/de/form')
  const html = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(html, /^<!doctype html><html lang="de">/)
  assert.match(html, /<title>&lt;b&gt; · Connectory<\/title>/)
})
