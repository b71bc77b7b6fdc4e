import { Hono } from 'hono'
import { parseId, Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, paths, render, seeOther, textIn } from '../../web/index.ts'
import type { Notices } from '../create-notices.ts'
import type { NoticeId } from '../model.ts'
import { InboxPage } from './inbox-page.tsx'
import { settingsRoutes } from './settings-routes.tsx'
import { NoticePage } from './notice-page.tsx'

type Verbs = Omit<Notices, 'routes'>

export function noticePages(notices: Verbs): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(paths.inbox, async (c) => {
    const viewer = requireViewer(c)
    const unreadOnly = c.req.query('show') === 'unread'
    const before = parseId<NoticeId>(c.req.query('before'))
    const page = await notices.inbox(viewer, { before, unreadOnly })
    return await render(c, <InboxPage page={page} unreadOnly={unreadOnly} />)
  })
  app.post(`${paths.inbox}/read`, async (c) => {
    const viewer = requireViewer(c)
    const { until } = await c.req.parseBody()
    await notices.markAllRead(viewer, noticeId(textIn(until)))
    flash(c, 'good', 'notices.all-read')
    return seeOther(c, paths.inbox)
  })
  app.get(`${paths.inbox}/:id`, async (c) => {
    const viewer = requireViewer(c)
    const notice = await notices.one(viewer, noticeId(c.req.param('id')))
    if (!notice.read) await notices.markRead(viewer, notice.id, true)
    return await render(
      c,
      <NoticePage notice={notice} deliveries={await notices.deliveries(viewer, notice.id)} />,
    )
  })
  for (const [verb, read] of [
    ['read', true],
    ['unread', false],
  ] as const) {
    app.post(`${paths.inbox}/:id/${verb}`, async (c) => {
      await notices.markRead(requireViewer(c), noticeId(c.req.param('id')), read)
      return seeOther(c, paths.inbox)
    })
  }
  settingsRoutes(app, notices)
  return app
}

function noticeId(text: string): NoticeId {
  const id = parseId<NoticeId>(text)
  if (id === undefined) throw new Problem('not-found', 'There is no such notice in your inbox.')
  return id
}
