import { Hono, type Context } from 'hono'
import { Problem, requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import type { Icons, IconsDependencies } from '../icons.ts'
import { IconPage } from './icon-page.tsx'

type PageContext = Context<AppEnv>
type Verbs = Pick<Icons, 'mine' | 'refresh'>

const path = '/connectors/:slug/icon'

/** For publishers: what the icon of a listing is, why it is not another one, and a look at once. */
export function iconPages(deps: IconsDependencies, icons: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(path, (c) => show(c, deps, icons))
    .post(path, async (c) => {
      const slug = c.req.param('slug')
      const iconUrl = textIn((await c.req.parseBody())['iconUrl'])
      try {
        const icon = await icons.refresh(requireViewer(c), slug, iconUrl)
        flash(
          c,
          icon.fault === null ? 'good' : 'warn',
          icon.fault === null ? 'icons.found' : 'icons.not-found',
        )
      } catch (error) {
        if (!(error instanceof Problem) || (error.code !== 'invalid-input' && error.code !== 'too-many'))
          throw error
        return await show(c, deps, icons, { iconUrl, error: error.message, status: error.status })
      }
      return seeOther(c, `/connectors/${slug}/icon`)
    })
}

interface Sent {
  readonly iconUrl: string
  readonly error: string
  readonly status: number
}

async function show(c: PageContext, deps: IconsDependencies, icons: Verbs, sent?: Sent): Promise<Response> {
  const slug = slugIn(c)
  const icon = await icons.mine(requireViewer(c), slug)
  const name = (await deps.catalogue.shownVersion(icon.listing))?.name ?? slug
  const page = (
    <IconPage {...{ icon, slug, name }} iconUrl={sent?.iconUrl ?? icon.customUrl ?? ''} error={sent?.error} />
  )
  return await render(c, page, sent === undefined ? 200 : sent.status === 429 ? 429 : 422)
}
