import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import { collectRemote } from './evidence/remote.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './policies.ts'
import { formatRecording, parseRecording } from './recording.ts'
import { reportJsonSchema } from './report-schema.ts'
import { evidence } from '../test/evidence.ts'
import { goodTool, legacyServer, serve, withTools } from '../test/servers.ts'

test('what was recorded is judged as it was, byte for byte', async (context) => {
  await using server = await serve(withTools(goodTool(), { name: 'bad', __proto__x: 1 }))
  const fetch = createSafeFetch({ allowLoopback: true })
  context.after(() => fetch.close())
  const seen = await collectRemote({ url: new URL(server.url), fetch, now: () => new Date() })
  const replayed = parseRecording(formatRecording(seen, defaultPolicy.id))
  assert.equal(JSON.stringify(judge(replayed.evidence)), JSON.stringify(judge(seen)))
})

test('calls are recorded and judged again like everything else', async (context) => {
  await using server = await serve(withTools(goodTool(), { ...goodTool('drop_note'), annotations: {} }))
  const fetch = createSafeFetch({ allowLoopback: true })
  context.after(() => fetch.close())
  const scopes = ['passive', 'call'] as const
  const seen = await collectRemote({ url: new URL(server.url), fetch, now: () => new Date(), scopes })
  assert.ok(seen.parts.calls.looked)
  const replayed = parseRecording(formatRecording(seen, defaultPolicy.id))
  assert.equal(JSON.stringify(judge(replayed.evidence)), JSON.stringify(judge(seen)))
})

test('no secret of an exchange gets into a recording', async (context) => {
  const secret = 's3cr3t-value-that-nobody-may-read'
  const answer = legacyServer((_rpc, _request, response) => {
    response.setHeader('mcp-session-id', secret)
    response.setHeader('set-cookie', `id=${secret}`)
    return { tools: [], access_token: secret }
  })
  await using server = await serve(answer)
  const fetch = createSafeFetch({ allowLoopback: true })
  context.after(() => fetch.close())
  const url = new URL(`${server.url}?state=${secret}`)
  const seen = await collectRemote({ url, fetch, now: () => new Date() })
  const { exchanges } = formatRecording(seen, defaultPolicy.id)
  assert.ok(seen.exchanges.length > 0)
  assert.ok(!exchanges.includes(secret), exchanges)
})

test('a part that an earlier engine did not record could not be looked at', () => {
  const texts = formatRecording(evidence(), defaultPolicy.id)
  const stored = JSON.parse(texts.evidence)
  delete stored.evidence.parts.tools
  const report = judge(parseRecording({ ...texts, evidence: JSON.stringify(stored) }).evidence)
  assert.equal(report.verdict, 'incomplete')
})

test('facts of another shape cannot pass unseen', () => {
  const texts = formatRecording(evidence(), defaultPolicy.id)
  const stored = JSON.parse(texts.evidence)
  stored.evidence.parts.tools.value = { list: 7 }
  const { evidence: twisted } = parseRecording({ ...texts, evidence: JSON.stringify(stored) })
  assert.notEqual(judge(twisted, { only: ['TOOL-01'] }).verdict, 'ready')
})

test('a folder of something else is refused with the name of the file and the place', () => {
  const texts = formatRecording(evidence(), defaultPolicy.id)
  assert.throws(() => parseRecording({ ...texts, evidence: '{}' }), {
    name: 'InvalidInput',
    message: /evidence\.json is no recording that --record wrote: "schema"/,
  })
  assert.throws(() => parseRecording({ ...texts, exchanges: 'x' }), {
    message: /exchanges\.json is not JSON/,
  })
})

test('docs/report.schema.json is what the code says, and accepts a report', () => {
  const published = JSON.parse(
    readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'),
  )
  assert.deepEqual(published, reportJsonSchema(), 'run scripts/report-schema.ts')
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js')
  const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(published)
  assert.ok(accepts(JSON.parse(JSON.stringify(judge(evidence())))), JSON.stringify(accepts.errors))
  assert.ok(!accepts({ schema: 'connectory-report/1' }))
})
