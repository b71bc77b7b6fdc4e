import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { createIds, manualClock, type AppEnv, type Viewer } from '../kernel/index.ts'
import { createWeb } from './create-web.ts'
import { Gallery, GalleryLive } from './gallery.tsx'
import { href, routePath } from './language.ts'
import { flash } from './flash.ts'
import { render, renderFragment } from './render.tsx'

/** Somebody with a long name and a longer address, who has every entry in the header. */
function reviewer(): Viewer {
  const ids = createIds(manualClock(new Date(0)))
  return {
    person: ids.next(),
    organisation: ids.next(),
    name: 'Alexandra Fürstenberg',
    email: 'alexandra.fuerstenberg.reviews@directory-of-connectors.example',
    roles: new Set(['reviewer']),
  }
}

/** An app with the gallery and a form, as routes.ts would build it; for tests of this folder. */
export function galleryApp(publicUrl: URL): Hono<AppEnv> {
  const web = createWeb({
    instanceName: 'Connectory',
    publicUrl,
    key: new Uint8Array(32).fill(7),
    bearerPaths: ['/api'],
    maxFormBytes: 10_000,
    reportFault: () => {},
  })
  const app = new Hono<AppEnv>({ getPath: routePath })
  app.use(...web.before)
  app.use(async (c, next) => {
    if (c.req.query('as') === 'reviewer') c.set('viewer', reviewer())
    await next()
  })
  app.use(web.protectForms)
  app.route('/', web.routes())
  app.get('/gallery', (c) => render(c, <Gallery />))
  app.post('/gallery', (c) => {
    flash(c, 'good', 'shell.copied')
    return c.redirect(href(c.get('language'), '/gallery'), 303)
  })
  app.get('/gallery/live', (c) => renderFragment(c, <GalleryLive />, { done: true }))
  app.post('/api/things', (c) => c.json({ done: true }))
  app.get('/broken', () => {
    throw new Error('a secret of ours')
  })
  app.onError(web.onError)
  app.notFound(web.notFound)
  return app
}

/** The gallery on a free port of loopback. */
export async function serveGallery(): Promise<AsyncDisposable & { readonly url: URL }> {
  let app = new Hono<AppEnv>()
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  app = galleryApp(url)
  return { url, [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) }
}
