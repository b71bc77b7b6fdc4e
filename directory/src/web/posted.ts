import type { Context } from 'hono'
import type { AppEnv } from '../kernel/index.ts'
import { href } from './language.ts'

/** What was typed into a field; nothing for a file, and for a field that was not sent. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The slug in the address of a page. */
export function slugIn(c: Context<AppEnv>): string {
  return c.req.param('slug') ?? ''
}

/** Leads the browser on after a form, to a page in the language of this one. */
export function seeOther(c: Context<AppEnv>, path: string): Response {
  return c.redirect(href(c.get('language'), path), 303)
}
