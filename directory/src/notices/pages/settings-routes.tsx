import type { Context, Hono } from 'hono'
import {
  languages,
  parseId,
  Problem,
  requireViewer,
  type AppEnv,
  type Language,
  type Viewer,
} from '../../kernel/index.ts'
import { flash, paths, render, seeOther, textIn, type TextKey } from '../../web/index.ts'
import type { WebhookId } from '../channels.ts'
import type { Notices } from '../create-notices.ts'
import { AddressPage } from './address-page.tsx'
import { SettingsPage, type SettingsPageProps } from './settings-page.tsx'
import { WebhookPage } from './webhook-page.tsx'

type Verbs = Omit<Notices, 'routes'>
type PageContext = Context<AppEnv>

export function settingsRoutes(app: Hono<AppEnv>, notices: Verbs): void {
  app.get(paths.noticeSettings, async (c) => await show(c, notices))
  mailRoutes(app, notices)
  webhookRoutes(app, notices)
  feedRoutes(app, notices)
}

async function show(
  c: PageContext,
  notices: Verbs,
  failed: Pick<SettingsPageProps, 'sent' | 'errors'> = { sent: {}, errors: {} },
): Promise<Response> {
  const viewer = requireViewer(c)
  const page = (
    <SettingsPage
      email={viewer.email}
      mail={await notices.mail(viewer)}
      owned={await owned(viewer, notices)}
      {...failed}
    />
  )
  return await render(c, page, Object.keys(failed.errors).length === 0 ? 200 : 422)
}

async function owned(viewer: Viewer, notices: Verbs): Promise<SettingsPageProps['owned']> {
  try {
    return { webhooks: await notices.webhooks(viewer), feed: await notices.feed(viewer) }
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-allowed') return undefined
    throw error
  }
}

function mailRoutes(app: Hono<AppEnv>, notices: Verbs): void {
  app.post(`${paths.noticeSettings}/address`, async (c) => {
    const viewer = requireViewer(c)
    const { address, language } = await fields(c)
    try {
      await notices.askAddress(viewer, { address, language })
    } catch (error) {
      const sentence = addressError(c, error)
      if (sentence === undefined) throw error
      return await show(c, notices, { sent: { address }, errors: { address: sentence } })
    }
    return done(c, 'notices.mail.asked')
  })
  app.get(`${paths.noticeSettings}/address/:token`, async (c) => {
    const token = c.req.param('token')
    const address = await notices.askedAddress(requireViewer(c), token)
    c.header('referrer-policy', 'no-referrer')
    return await render(c, <AddressPage token={token} address={address} />, address === undefined ? 404 : 200)
  })
  app.post(`${paths.noticeSettings}/address/:token`, async (c) => {
    await notices.confirmAddress(requireViewer(c), c.req.param('token'))
    return done(c, 'notices.address.done')
  })
  app.post(`${paths.noticeSettings}/mail`, async (c) => {
    const { enabled, language } = await fields(c)
    await notices.setMail(requireViewer(c), { enabled: enabled === 'yes', language })
    return done(c, 'notices.saved')
  })
  app.post(`${paths.noticeSettings}/mail/remove`, async (c) => {
    await notices.removeMail(requireViewer(c))
    return done(c, 'notices.mail.removed')
  })
}

function addressError(c: PageContext, error: unknown): string | undefined {
  if (!(error instanceof Problem)) return undefined
  const t = c.get('t')
  switch (error.fields['address']) {
    case 'invalid':
      return t('notices.mail.invalid')
    case 'too-many':
      return t('notices.mail.too-many')
    case 'refused':
      return t('notices.mail.not-taken')
    case 'failed':
      return t('notices.mail.server-down')
    case undefined:
    default:
      return undefined
  }
}

function webhookRoutes(app: Hono<AppEnv>, notices: Verbs): void {
  const one = `${paths.noticeSettings}/webhooks/:id`
  app.post(`${paths.noticeSettings}/webhooks`, async (c) => {
    const viewer = requireViewer(c)
    const { url, language } = await fields(c)
    try {
      const id = await notices.addWebhook(viewer, { url, language })
      return done(c, 'notices.webhook.added', `/webhooks/${id}`)
    } catch (error) {
      const fault = error instanceof Problem ? error.fields['url'] : undefined
      if (fault !== 'invalid' && fault !== 'too-many') throw error
      return await show(c, notices, {
        sent: { url },
        errors: { url: c.get('t')(`notices.webhook.${fault}`) },
      })
    }
  })
  app.get(one, async (c) => {
    const webhook = await notices.webhook(requireViewer(c), webhookId(c))
    return await render(c, <WebhookPage webhook={webhook} />)
  })
  app.post(`${one}/secret`, async (c) => {
    const viewer = requireViewer(c)
    const webhook = await notices.webhook(viewer, webhookId(c))
    const secret = await notices.webhookSecret(viewer, webhook.id)
    return await render(c, <WebhookPage webhook={webhook} secret={secret} />)
  })
  app.post(`${one}/test`, async (c) => {
    const id = webhookId(c)
    const { outcome, detail } = await notices.testWebhook(requireViewer(c), id)
    const good = outcome === 'sent'
    const words = good ? 'notices.webhook.tested' : 'notices.webhook.test-failed'
    flash(c, good ? 'good' : 'bad', words, { detail: detail.slice(0, 300) })
    return to(c, `/webhooks/${id}`)
  })
  app.post(`${one}/rotate`, async (c) => {
    const id = webhookId(c)
    await notices.rotateWebhook(requireViewer(c), id)
    return done(c, 'notices.webhook.rotated', `/webhooks/${id}`)
  })
  app.post(`${one}/on`, async (c) => {
    const id = webhookId(c)
    await notices.switchWebhookOn(requireViewer(c), id)
    return done(c, 'notices.webhook.on', `/webhooks/${id}`)
  })
  app.post(`${one}/remove`, async (c) => {
    await notices.removeWebhook(requireViewer(c), webhookId(c))
    return done(c, 'notices.webhook.removed')
  })
}

function feedRoutes(app: Hono<AppEnv>, notices: Verbs): void {
  app.post(`${paths.noticeSettings}/feed`, async (c) => {
    const { language } = await fields(c)
    await notices.makeFeed(requireViewer(c), language)
    return done(c, 'notices.feed.made')
  })
  app.post(`${paths.noticeSettings}/feed/remove`, async (c) => {
    await notices.removeFeed(requireViewer(c))
    return done(c, 'notices.feed.removed')
  })
  app.get('/feeds/:token', async (c) => {
    const feed = await notices.readFeed(c.req.param('token'))
    if (feed === undefined) throw new Problem('not-found', 'There is no feed at this address any more.')
    return c.body(feed, 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, max-age=60',
      'x-robots-tag': 'noindex',
    })
  })
}

async function fields(c: PageContext) {
  const body = await c.req.parseBody()
  const text = (name: string): string => textIn(body[name])
  const language: Language = languages.find((one) => one === text('language')) ?? c.get('language')
  return { address: text('address'), url: text('url'), enabled: text('enabled'), language }
}

function done(c: PageContext, words: TextKey, rest = ''): Response {
  flash(c, 'good', words)
  return to(c, rest)
}

function to(c: PageContext, rest: string): Response {
  return seeOther(c, `${paths.noticeSettings}${rest}`)
}

function webhookId(c: PageContext): WebhookId {
  const id = parseId<WebhookId>(c.req.param('id'))
  if (id === undefined) throw new Problem('not-found', 'There is no such webhook.')
  return id
}
