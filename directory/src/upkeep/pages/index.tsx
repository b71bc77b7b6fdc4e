import { Hono } from 'hono'
import { requireViewer, type AppEnv } from '../../kernel/index.ts'
import { render, slugIn } from '../../web/index.ts'
import { upkeepPath } from '../news.ts'
import type { Upkeep } from '../upkeep.ts'
import { UpkeepPage } from './upkeep-page.tsx'

/** What each listing points to, for its publisher, reviewers and operators. */
export function upkeepPages(upkeep: Pick<Upkeep, 'view'>): Hono<AppEnv> {
  return new Hono<AppEnv>().get(upkeepPath(':slug'), async (c) => {
    const view = await upkeep.view(requireViewer(c), slugIn(c))
    return await render(c, <UpkeepPage view={view} />)
  })
}
