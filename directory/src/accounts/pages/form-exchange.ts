import type { Context } from 'hono'
import type { AppEnv } from '../../kernel/index.ts'

export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** The words of a form, trimmed only where a blank cannot be meant. */
export async function fieldsOf(c: Context<AppEnv>): Promise<(name: string) => string> {
  const body = await c.req.parseBody()
  return (name) => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
}
