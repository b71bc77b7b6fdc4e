import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listen, type RunningServer } from '../../test/servers/listen.ts'
import { createEvidenceLog } from '../evidence.ts'
import { createSafeFetch } from '../safe-fetch.ts'
import { buildClientMetadataDocument, clientIdFault } from './client-metadata-document.ts'
import { deleteClient, registerClient } from './registration.ts'

const fetch = createSafeFetch({ allowLoopback: true })
const running: RunningServer[] = []
after(async () => {
  for (const server of running) await server.close()
  await fetch.close()
})
const answering = async (status: number, body: unknown): Promise<string> => {
  const server = await listen((request, response) => {
    if (request.method === 'DELETE')
      return void response.writeHead(request.headers.authorization === 'Bearer rat-secret' ? 204 : 401).end()
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  running.push(server)
  return `${server.origin}/register`
}

test('a client is registered and deleted again, and the evidence holds no secret', async () => {
  const evidence = createEvidenceLog({ now: () => new Date(0) })
  const gone = await answering(204, '')
  const endpoint = await answering(201, {
    client_id: 'c1',
    client_secret: 'very-secret',
    registration_access_token: 'rat-secret',
    registration_client_uri: gone,
  })
  const outcome = await registerClient(
    endpoint,
    { redirect_uris: ['https://us.test/cb'], token_endpoint_auth_method: 'none' },
    { fetch, evidence },
  )
  assert.ok(outcome.state === 'registered')
  assert.equal(outcome.client.clientId, 'c1')
  assert.equal(await deleteClient(outcome.client, { fetch, evidence }), true)
  assert.doesNotMatch(JSON.stringify(evidence.exchanges), /very-secret|rat-secret/)
  assert.equal(evidence.exchanges.length, 2)
})

test('a refusal keeps the words of the server; HTML and silence are invalid', async () => {
  const refused = await registerClient(
    await answering(400, { error: 'invalid_redirect_uri', error_description: 'no' }),
    { redirect_uris: [] },
    { fetch },
  )
  assert.partialDeepStrictEqual(refused, {
    state: 'refused',
    status: 400,
    error: 'invalid_redirect_uri',
    description: 'no',
  })
  assert.equal(
    (await registerClient(await answering(201, '<html>'), { redirect_uris: [] }, { fetch })).state,
    'invalid',
  )
  assert.equal(
    (await registerClient('https://10.0.0.1/register', { redirect_uris: [] }, { fetch })).state,
    'invalid',
  )
})

test('our own client document names itself, and plain http or a bare origin cannot be a client_id', () => {
  const document = buildClientMetadataDocument({
    clientId: 'https://us.test/client.json',
    clientName: 'Us',
    redirectUris: ['https://us.test/cb'],
  })
  assert.partialDeepStrictEqual(document, {
    client_id: 'https://us.test/client.json',
    token_endpoint_auth_method: 'none',
  })
  for (const bad of [
    'http://us.test/c',
    'https://us.test/',
    'https://us.test/a/../c',
    'https://us.test/c#x',
    'https://a:b@us.test/c',
    'x',
  ]) {
    assert.notEqual(clientIdFault(bad), undefined, bad)
  }
})
