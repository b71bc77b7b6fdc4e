import { Hono, type Context } from 'hono'
import { requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import type { Connections } from '../connections.ts'
import type { HeaderFaults } from '../share-header.ts'
import { headersPath, HeadersPage } from './headers-page.tsx'

type Verbs = Pick<Connections, 'sharedHeaders' | 'shareHeader' | 'unshareHeader'>

export function headerPages(verbs: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(headersPath(':slug'), (c) => show(c, verbs))
    .post(headersPath(':slug'), async (c) => {
      const body = await c.req.parseBody()
      const given = { name: textIn(body['name']), value: textIn(body['value']) }
      const faults = await verbs.shareHeader(requireViewer(c), slugIn(c), given)
      if (Object.keys(faults).length > 0) return await show(c, verbs, { name: given.name, faults })
      flash(c, 'good', 'headers.added', { name: given.name.trim().toLowerCase() })
      return seeOther(c, headersPath(slugIn(c)))
    })
    .post(`${headersPath(':slug')}/remove`, async (c) => {
      const name = textIn((await c.req.parseBody())['name'])
      await verbs.unshareHeader(requireViewer(c), slugIn(c), name)
      flash(c, 'good', 'headers.removed', { name })
      return seeOther(c, headersPath(slugIn(c)))
    })
}

interface Sent {
  readonly name: string
  readonly faults: HeaderFaults
}

async function show(c: Context<AppEnv>, verbs: Verbs, sent?: Sent): Promise<Response> {
  const shared = await verbs.sharedHeaders(requireViewer(c), slugIn(c))
  if (sent === undefined) return await render(c, <HeadersPage shared={shared} sent={undefined} />)
  const { name } = sent
  const errors = Object.fromEntries(
    Object.entries(sent.faults).map(([field, fault]) => [
      field,
      c.get('t')(`headers.fault.${fault}`, { name }),
    ]),
  )
  return await render(c, <HeadersPage shared={shared} sent={{ name, errors }} />, 422)
}
