import type { Context } from 'hono'
import type { AppEnv } from '../kernel/index.ts'
import { href } from './language.ts'

/** What was typed into a field; nothing for a file, and for a field that was not sent. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** What a form sent, by name: a text, or several of one name. Texts only: a file in place of a text counts as nothing. */
export async function formIn(
  c: Context<AppEnv>,
): Promise<Readonly<Record<string, string | readonly string[] | undefined>>> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const texts = [value].flat().filter((item) => typeof item === 'string')
      return [name, texts.length > 1 ? texts : texts[0]]
    }),
  )
}

/** The slug in the address of a page. */
export function slugIn(c: Context<AppEnv>): string {
  return c.req.param('slug') ?? ''
}

/** Leads the browser on after a form, to a page in the language of this one. */
export function seeOther(c: Context<AppEnv>, path: string): Response {
  return c.redirect(href(c.get('language'), path), 303)
}
