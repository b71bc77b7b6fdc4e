import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { endlessBody } from '../../../packages/wire/test/servers/endless-body.ts'
import { testDatabase } from '../../test/database.ts'
import { rawMcp } from '../../test/raw-mcp.ts'
import { factsOf, listening, somebody, submissionBed } from '../../test/submission-bed.ts'

const html: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome</h1>')
}

const plainText: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' }).end('{"jsonrpc":"2.0","id":1,"result":{}}')
}

const huge = rawMcp({
  tools: Array.from({ length: 3_000 }, (_, index) => ({
    name: `tool_${index}`,
    description: 'x'.repeat(4_000),
    inputSchema: { type: 'object' },
    annotations: { title: `Tool ${index}`, readOnlyHint: true },
  })),
})

const servers = [
  ['HTML in place of JSON', html, 'TRN-01', /not Streamable HTTP: HTTP 200, content-type text\/html\./],
  ['a wrong content type', plainText, 'TRN-01', /not Streamable HTTP: HTTP 200, content-type text\/plain\./],
  ['a body that never ends', endlessBody, 'TRN-01', /larger than 8388608 bytes; reading stopped/],
  ['a huge tools/list', huge, 'TRN-05', /tools\/list could not be read: .* larger than 8388608 bytes/],
] as const

test('the publisher of a name that nobody knows reads that it could not be resolved', async () => {
  await using database = await testDatabase()
  await using bed = await submissionBed({ connectionString: database.connectionString })
  const facts = factsOf({ serverUrl: 'https://mcp.nowhere.invalid/mcp' })
  const { id } = await bed.submissions.submit(somebody(bed.ids), facts, { publishOnApproval: true })
  await bed.probe.run({ submission: id, attempt: 1 })
  const report = (await bed.probe.report(id, 1))?.report
  assert.match(
    report?.findings.map(({ message }) => message).join('\n') ?? '',
    /The name mcp\.nowhere\.invalid could not be resolved/,
  )
  assert.notEqual(report?.verdict, 'ready')
})

test('whatever a submitted server answers, its publisher reads what is wrong with it', async (t) => {
  await using database = await testDatabase()
  await using bed = await submissionBed({ connectionString: database.connectionString })
  for (const [what, handler, rule, sentence] of servers) {
    await t.test(what, async () => {
      await using server = await listening(handler)
      const facts = factsOf({ serverUrl: server.url })
      const { id } = await bed.submissions.submit(somebody(bed.ids), facts, { publishOnApproval: true })
      await bed.probe.run({ submission: id, attempt: 1 })
      const report = (await bed.probe.report(id, 1))?.report
      const found = report?.findings.filter((one) => one.rule === rule && one.outcome !== 'pass')
      assert.match(found?.map(({ message }) => message).join('\n') ?? '', sentence)
      assert.notEqual(report?.verdict, 'ready')
      assert.equal((await bed.submissions.load(bed.db, id)).state.status, 'in-review')
    })
  }
})
