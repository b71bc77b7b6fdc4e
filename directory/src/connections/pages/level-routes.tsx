import { Hono, type Context } from 'hono'
import { requireViewer, type AppEnv } from '../../kernel/index.ts'
import { flash, render, seeOther, slugIn, textIn } from '../../web/index.ts'
import { levelsPath } from '../addresses.ts'
import type { Connections } from '../connections.ts'
import { allowedMinutes, type LevelChange } from '../set-levels.ts'
import { toolRules, type ToolRule } from '../tool-levels.ts'
import { allField, LevelsPage, toolField } from './levels-page.tsx'

type Verbs = Pick<Connections, 'levels' | 'setLevels' | 'allowForAWhile'>

const path = '/connections/tools/:slug'

export function levelPages(verbs: Verbs): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(path, async (c) => {
      const asked = c.req.query('tool')
      const shown = await verbs.levels(requireViewer(c), slugIn(c), asked)
      return await render(c, <LevelsPage shown={shown} asked={asked} />)
    })
    .post(path, async (c) => {
      const body = await c.req.parseBody()
      const of = body['of'] === 'organisation' ? 'organisation' : 'me'
      await verbs.setLevels(requireViewer(c), slugIn(c), { of, rules: rulesIn(body, of) })
      flash(c, 'good', 'levels.saved')
      return back(c)
    })
    .post(`${path}/allow`, async (c) => {
      const name = textIn((await c.req.parseBody())['tool'])
      await verbs.allowForAWhile(requireViewer(c), slugIn(c), name)
      flash(c, 'good', 'levels.allowed', { tool: name, minutes: allowedMinutes })
      return back(c)
    })
}

/** What is not one of the choices takes a rule back. */
function rulesIn(body: Readonly<Record<string, unknown>>, of: LevelChange['of']): LevelChange['rules'] {
  const start = toolField(of, '')
  const rules = new Map<string | null, ToolRule | null>()
  for (const [field, value] of Object.entries(body)) {
    const rule = toolRules.find((one) => one === value) ?? null
    if (field === allField(of)) rules.set(null, rule)
    else if (field.startsWith(start)) rules.set(field.slice(start.length), rule)
  }
  return rules
}

function back(c: Context<AppEnv>): Response {
  return seeOther(c, levelsPath(slugIn(c)))
}
