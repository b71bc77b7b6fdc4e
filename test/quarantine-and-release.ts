import assert from 'node:assert/strict'
import { signedIn } from './listed-connector.ts'
import { callTool } from './mcp-call.ts'
import { signUp, type Product } from './product.ts'

/** A reviewer puts a connector that somebody has connected in quarantine on its page, and ends that. */
export async function quarantineAndRelease(
  product: Product,
  { endpoint, token }: { readonly endpoint: URL; readonly token: string },
): Promise<void> {
  const [, , slug = ''] = endpoint.pathname.split('/')
  const page = await signedIn(product, await signUp(product, 'Rosa', ['reviewer']))
  const order = async (name: string, seen: string) =>
    await page.post(`/connectors/${slug}/safety/orders`, { name, seen, reason: 'It reads too much.' })
  assert.equal((await order('quarantine', '0')).status, 303)
  assert.match((await callTool(endpoint, token)).message.error?.message ?? '', /It reads too much/)
  assert.equal((await page.get(`/connect/${slug}`)).status, 409)
  assert.equal((await order('release', '1')).status, 303)
  assert.ok((await callTool(endpoint, token)).message.result)
  assert.equal((await page.get(`/connect/${slug}`)).status, 200)
}
