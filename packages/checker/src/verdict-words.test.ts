import assert from 'node:assert/strict'
import { evidence, tools } from '../test/evidence.ts'
import { sentence } from '../test/sentence.ts'
import { findingsOf, goodTool } from '../test/servers.ts'
import { couldNotLook } from './evidence/evidence.ts'
import { judge, renderFinding, ruleById } from './index.ts'

sentence('13.1', () => {
  const report = judge(evidence({ tools: tools({ ...goodTool('drop'), annotations: { title: 'Drop' } }) }))
  const [finding] = findingsOf(report, 'TOOL-01')
  assert.ok(finding)
  assert.deepEqual(finding.params, { tool: 'drop' })
  const { message: _message, fix: _fix, ...stored } = finding
  const rendered = renderFinding(stored, 'en')
  assert.equal(rendered.message, 'Tool drop has neither readOnlyHint nor destructiveHint.')
  assert.match(rendered.code ?? '', /"destructiveHint": true/)
  assert.equal(renderFinding(stored, 'de').message, rendered.message)
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
