import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import { createSafeFetch } from '@connectory/wire'
import { generate } from 'selfsigned'
import { connectionsBed } from '../../test/connections-bed.ts'
import { listen, startOidcServer, type Certificate } from '../../test/login-server.ts'
import { signIn } from '../../test/visit.ts'

/** A certificate for localhost that is its own authority. */
async function certificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  })
  return { key, cert }
}

test('where both sides have https, our metadata document is our client, signing where that is offered, and nothing is registered', async () => {
  const tls = await certificate()
  const fetchDocuments = createSafeFetch({ allowLoopback: true, trustedCertificates: [tls.cert] })
  let routes: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  await using directory = await listen(() => getRequestListener((request) => routes(request)), tls)
  const fetching = { tls, fetchDocuments: fetchDocuments.asFetch }
  await using signed = await startOidcServer(fetching)
  await using plain = await startOidcServer({ ...fetching, clientAuthMethods: ['none'] })
  await using bed = await connectionsBed({ publicUrl: directory.origin, ca: tls.cert })
  const app = bed.connections.routes()
  routes = (request) => app.fetch(request)
  const ada = bed.person('ada')
  for (const [slug, server, file] of [
    ['signed', signed, 'connectory-signed.json'],
    ['plain', plain, 'connectory.json'],
  ] as const) {
    bed.list(slug, server.mcpUrl)
    const begun = await bed.connections.begin(ada, slug)
    assert.ok(begun.kind === 'continue', JSON.stringify(begun))
    const clientId = `${directory.origin}/oauth-client/${file}`
    assert.equal(begun.to.searchParams.get('client_id'), clientId)
    const callback = `${directory.origin}/connections/callback`
    const outcome = await bed.connections.callback(ada, await signIn(begun.to, callback, 'allow', tls.cert))
    assert.equal(outcome.kind, 'connected', JSON.stringify(outcome))
  }
  bed.clock.advance(2 * 3_600_000)
  for (const { id } of await bed.connections.list(ada)) {
    const access = await bed.connections.access(id)
    assert.equal(access.kind, 'token')
  }
  const { rows } = await sql`select kind from client_registration`.execute(bed.database.db)
  assert.deepEqual(rows, [{ kind: 'cimd' }, { kind: 'cimd' }])
  const document = await (await app.request('/oauth-client/connectory-signed.json')).text()
  assert.match(document, /"kty":"EC"/)
  assert.doesNotMatch(document, /"d":/)
  await fetchDocuments.close()
})

test('without https there is no document to show: the trace says so, and we register', async () => {
  const tls = await certificate()
  await using server = await startOidcServer({ tls, fetchDocuments: globalThis.fetch })
  await using bed = await connectionsBed({ ca: tls.cert })
  bed.list('notes', server.mcpUrl)
  const ada = bed.person('ada')
  const begun = await bed.connections.begin(ada, 'notes')
  assert.ok(begun.kind === 'continue', JSON.stringify(begun))
  const { steps } = await bed.connections.trace(ada, begun.reference)
  assert.ok(steps.some(({ name }) => name === 'client-not-hosted'))
  assert.ok(steps.some(({ name, parameters }) => name === 'client-chosen' && parameters['kind'] === 'dcr'))
})
