import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { AppEnv } from '../kernel/index.ts'

/** Bound by @hono/node-server; absent when a test calls the app without a socket. */
export function incomingOf(c: Context<AppEnv>): HttpBindings['incoming'] | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.incoming
}
