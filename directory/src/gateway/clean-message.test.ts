import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abilitiesIn, type Abilities } from './questions/abilities.ts'
import { cleanMessage, retargetRequest } from './clean-message.ts'
import { parseMessage, type RequestMessage } from './message.ts'

const version = 'io.modelcontextprotocol/protocolVersion'
const capabilities = 'io.modelcontextprotocol/clientCapabilities'
const logLevel = 'io.modelcontextprotocol/logLevel'

function request(params: object): RequestMessage {
  const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params })
  const message = parseMessage(Buffer.from(text))
  assert.ok(message.kind === 'request')
  return message
}

test('a server of the same era learns what this caller can do now, one of the other era what it can be asked', () => {
  const able = { elicitation: {}, extensions: { 'com.example/x': {} } }
  const message = request({ name: 'a', _meta: { [version]: '2026-07-28', [capabilities]: able } })
  assert.deepEqual(JSON.parse(cleanMessage(message, 'modern')).params._meta[capabilities], able)
  assert.deepEqual(JSON.parse(retargetRequest(message, 'ours', { target: 'legacy' })).params, { name: 'a' })
  const older = request({ name: 'a', _meta: { [capabilities]: able } })
  const asked = (abilities?: Abilities) =>
    JSON.parse(retargetRequest(older, 'ours', { target: 'modern', ...(abilities && { abilities }) })).params
      ._meta[capabilities]
  assert.deepEqual(asked(), {})
  assert.deepEqual(asked(abilitiesIn({ ...able, roots: { listChanged: true } })), {
    elicitation: {},
    roots: {},
  })
})

test('what the gateway says in an envelope stands there once, whatever its caller has written', () => {
  const written = { [version]: '1', [capabilities]: {}, [logLevel]: 'debug', progressToken: 'p' }
  const text = retargetRequest(request({ _meta: written }), 'ours', { target: 'modern', logLevel: 'error' })
  for (const [key, once] of Object.entries({
    [version]: '2026-07-28',
    [capabilities]: {},
    [logLevel]: 'error',
  })) {
    assert.equal(text.split(`"${key}"`).length, 2, key)
    assert.deepEqual(JSON.parse(text).params._meta[key], once)
  }
  assert.equal(JSON.parse(text).params._meta.progressToken, 'p')
})

test("a server's state of an interrupted request comes back to it unchanged, with the answers", () => {
  const params = '"inputResponses":{"q":{"action":"accept"}},"requestState":"\\u0061.b=="'
  const text = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a",${params}}}`
  assert.equal(cleanMessage(parseMessage(Buffer.from(text)), 'modern'), text)
})

test('what a caller writes beside each message is cleaned for each era, in long messages and in the next one too', () => {
  const clientInfo = 'io.modelcontextprotocol/clientInfo'
  const metaOf = (pad: string, era: 'legacy' | 'modern', progressToken: number): unknown => {
    const written = { [version]: '2026-07-28', [clientInfo]: { name: 'Ada' }, user: 'ada', progressToken }
    const { params } = JSON.parse(cleanMessage(request({ pad, _meta: written }), era))
    assert.equal(params.pad, pad)
    return params._meta
  }
  for (const pad of ['', 'x'.repeat(20_000)]) {
    for (const progressToken of [1, 1, 2]) {
      assert.deepEqual(metaOf(pad, 'legacy', progressToken), { progressToken })
      assert.deepEqual(metaOf(pad, 'modern', progressToken), {
        [version]: '2026-07-28',
        progressToken,
        [clientInfo]: { name: 'connectory', version: '0.1.0' },
      })
    }
  }
})
