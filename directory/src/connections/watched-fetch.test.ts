import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { listen } from '../../test/login-server.ts'
import { bodyShape, watchFetch } from './watched-fetch.ts'
import type { TextParameters } from '../kernel/index.ts'

test('of what is sent and what comes only names and kinds are told', () => {
  const table = [
    ['{"access_token":"secret","expires_in":60,"scope":null,"list":[1,2],"ok":true,"more":{}}'],
    ['grant_type=authorization_code&code=secret&code_verifier=secret'],
    ['<html>secret</html>'],
    ['secret'],
    [''],
  ] as const
  assert.deepEqual(
    table.map(([text]) => bodyShape(text)),
    [
      'access_token: text, expires_in: number, scope: null, list: list of 2, ok: yes or no, more: object',
      'grant_type, code, code_verifier',
      'HTML',
      '6 characters',
      '',
    ],
  )
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`n${index}`, 1]))
  assert.match(bodyShape(JSON.stringify(many)), /n39: number, …$/)
})

test('each exchange is told once, with its address but without what a query or a long path may hide', async () => {
  await using server = await listen(() => (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end('{"token":"secret"}')
  })
  const fetch = createSafeFetch({ allowLoopback: true })
  const told: TextParameters[] = []
  const watched = watchFetch(fetch, (exchange) => void told.push(exchange))
  const address = `${server.origin}/${'s'.repeat(40)}/token?key=secret`
  assert.deepEqual(await (await watched(address)).json(), { token: 'secret' })
  const form = new URLSearchParams({ code: 'secret' })
  const answer = await watched.asFetch(`${server.origin}/token`, { method: 'POST', body: form })
  assert.deepEqual(await answer.json(), { token: 'secret' })
  await (await watched(server.origin)).body.cancel()
  await assert.rejects(watched('https://10.0.0.1/'))
  await fetch.close()
  const came = { status: 200, type: 'application/json' }
  assert.deepEqual(told, [
    { method: 'GET', address: `${server.origin}/…/token?key`, ...came, received: 'token: text' },
    { method: 'POST', address: `${server.origin}/token`, sent: 'code', ...came, received: 'token: text' },
    { method: 'GET', address: `${server.origin}/`, ...came },
    { method: 'GET', address: 'https://10.0.0.1/', status: 'private-address' },
  ])
})
