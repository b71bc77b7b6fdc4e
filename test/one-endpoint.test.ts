import assert from 'node:assert/strict'
import { test } from 'node:test'
import { send } from './browser-person.ts'
import { factsOf, listConnector, signedIn } from './listed-connector.ts'
import { signUp, startProduct } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

test('pages, API, registry and gateway name one and the same endpoint, also on an origin of its own', async () => {
  await using product = await startProduct({ env: { GATEWAY_URL: 'http://localhost:4321' } })
  await using site = await startPublisherSite()
  await using server = await toolServer()
  const publisher = await signUp(product, 'Paula')
  const reviewer = await signUp(product, 'Rita', ['reviewer'])
  const { slug } = await listConnector(product, { publisher, reviewer }, factsOf(server.url, site.url))
  await product.app.connections.begin(publisher, slug)
  const { href } = product.app.gateway.endpoint(slug)
  assert.equal(href, 'http://localhost:4321/c/example/mcp')
  const cookie = (await signedIn(product, publisher)).cookieHeader()
  for (const path of [
    '/connections',
    `/connectors/${slug}`,
    `/api/v1/connectors/${slug}`,
    '/v0.1/servers',
    `/.well-known/oauth-protected-resource/c/${slug}/mcp`,
  ]) {
    const { text } = await send(new URL(path, product.url), { headers: { cookie } })
    assert.ok(text.includes(href), path)
    assert.equal(text.includes(new URL(`/c/${slug}/mcp`, product.url).href), false, path)
  }
})
