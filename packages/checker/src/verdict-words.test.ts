import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { estimateTokens, fitsTokens } from '@connectory/wire'
import { threadMs } from '../../../test/thread-time.ts'
import { evidence, tools } from '../test/evidence.ts'
import { sentence } from '../test/sentence.ts'
import { checked, findingsOf, goodTool, serve, withTools } from '../test/servers.ts'
import { couldNotLook } from './evidence/evidence.ts'
import { judge, renderFinding, ruleById } from './index.ts'

const root = new URL('../../../', import.meta.url)

sentence('12.1', () => {
  const sources = ['packages', 'directory/src'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/node_modules|dist|\.test\.ts|\.d\.ts/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  assert.ok(sources.length > 50)
  const own = sources.filter((name) => {
    const text = readFileSync(new URL(name, root), 'utf8')
    return (
      /function \w*(estimate|count)\w*Tokens?\b/i.test(text) || /from '[^']*tokenizer|tiktoken/.test(text)
    )
  })
  assert.deepEqual(own, ['packages/wire/src/token-estimate.ts'])
})

sentence('12.2', () => {
  const dense = '\u{1f600}'.repeat(25)
  assert.equal(fitsTokens(dense, Buffer.byteLength(dense)), true)
  assert.equal(fitsTokens('word '.repeat(1000), 2000), true)
  assert.equal(fitsTokens('word '.repeat(1000), 500), false)
  const started = threadMs()
  estimateTokens('a1B_ \u6f22'.repeat(200_000))
  assert.ok(threadMs() - started < 3000)
})

/** Counted with o200k_base. */
const counted = [
  [
    22,
    'Lists the open issues of a project, newest first, with their labels and the people who work on them.',
  ],
  [
    26,
    '{"name":"list_notes","inputSchema":{"type":"object","properties":{"limit":{"type":"integer","minimum":1}}}}',
  ],
  [15, 'Die Anmeldung ist abgelaufen; melden Sie sich bitte noch einmal an.'],
] as const

sentence('12.3', () => {
  for (const [real, text] of counted) {
    const { tokens } = estimateTokens(text)
    assert.ok(tokens >= real * 0.8 && tokens <= real * 1.6, `${tokens} for ${real}: ${text}`)
  }
})

sentence('12.4', async () => {
  await using server = await serve(withTools(goodTool()))
  const { toolList } = (await checked(server.url)).server
  const text = JSON.stringify([goodTool()])
  assert.deepEqual(toolList, {
    estimatedTokens: estimateTokens(text).tokens,
    bytes: Buffer.byteLength(text),
    characters: text.length,
  })
})

sentence('13.1', () => {
  const report = judge(evidence({ tools: tools({ ...goodTool('drop'), annotations: { title: 'Drop' } }) }))
  const [finding] = findingsOf(report, 'TOOL-01')
  assert.ok(finding)
  assert.deepEqual(finding.params, { tool: 'drop' })
  const { message: _message, fix: _fix, ...stored } = finding
  const rendered = renderFinding(stored, 'en')
  assert.equal(rendered.message, 'Tool drop has neither readOnlyHint nor destructiveHint.')
  assert.match(rendered.code ?? '', /"destructiveHint": true/)
  assert.match(renderFinding(stored, 'de').message, /^Das Werkzeug drop hat weder/)
})

sentence('13.2', () => {
  const missing = couldNotLook('unreachable', { problem: 'it is away.' })
  for (const report of [judge(evidence()), judge(evidence({ tools: missing, openings: missing }))]) {
    for (const finding of report.findings) {
      const { message, fix, code } = renderFinding(finding, 'en')
      assert.equal(finding.message, message)
      assert.equal(finding.fix, code === null ? fix : `${fix}\n\n${code}`)
      assert.doesNotMatch(finding.message, /\{[a-zA-Z]+\}/)
    }
  }
})

sentence('14.2', () => {
  const told = (rule: `${string}-${number}`) => JSON.stringify(ruleById(rule)?.text.en)
  assert.match(told('TRN-05'), /100 pages/)
  assert.match(told('TRN-05'), /5,000 tools/)
  assert.match(told('TOOL-10'), /64 characters/)
  assert.match(told('TOOL-15'), /20 to 2,000 characters/)
  assert.match(told('AUTH-09'), /10 seconds/)
  const words = (count: number) => {
    const page = {
      url: 'https://publisher.example/privacy',
      status: 200,
      contentType: 'text/html',
      words: count,
    }
    return [
      ...(ruleById('DOC-01')?.check({
        setting: { loopback: false, staticClient: false },
        privacyPolicy: page,
      }) ?? []),
    ]
  }
  assert.deepEqual([words(199).length, words(200).length], [1, 0])
  const days = (daysLeft: number) => {
    const tls = { plain: false, trusted: true, version: 'TLSv1.3', daysLeft }
    return [...(ruleById('NET-01')?.check({ setting: { loopback: false, staticClient: false }, tls }) ?? [])]
  }
  assert.deepEqual([days(13).length, days(14).length], [1, 0])
})
