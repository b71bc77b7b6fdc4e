import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { threadMs } from '../../../../test/thread-time.ts'
import { checked, findingsOf, goodTool, serve, withTools } from '../../test/servers.ts'
import type { SubmissionFacts } from '../index.ts'
import { countWords, pageText } from './page-text.ts'

const long = 'We keep what you send for thirty days and give it to nobody. '.repeat(30)

const pages: Readonly<Record<string, readonly [number, Record<string, string>, string]>> = {
  '/privacy': [
    200,
    { 'content-type': 'text/html' },
    `<html><body><h1>Privacy</h1><p>${long}</p></body></html>`,
  ],
  '/placeholder': [200, { 'content-type': 'text/html' }, '<p>Coming soon.</p>'],
  '/wall': [200, { 'content-type': 'text/html' }, `<form><input name=p type="password"></form>${long}`],
  '/moved': [302, { location: '/privacy' }, ''],
  '/private': [302, { location: '/login?next=/privacy' }, ''],
  '/login': [200, { 'content-type': 'text/html' }, long],
  '/image': [200, { 'content-type': 'image/png' }, 'png'],
  '/down': [503, {}, ''],
  '/help': [200, { 'content-type': 'text/html' }, 'Ask us.'],
  '/.well-known/security.txt': [
    200,
    { 'content-type': 'text/plain' },
    'Contact: mailto:security@publisher.example\n',
  ],
}

const publisher: RequestListener = (request, response) => {
  const [status, headers, body] = pages[(request.url ?? '').split('?')[0] ?? ''] ?? [404, {}, '']
  response.writeHead(status, headers).end(body)
}

const mcp = withTools(goodTool())
const both: RequestListener = (request, response) =>
  request.url === '/mcp' ? mcp(request, response) : publisher(request, response)

/** What each DOC rule says about a submission; `{origin}` is the publisher's own host. */
async function documents(submission: SubmissionFacts): Promise<string[]> {
  await using server = await serve(both)
  const here = (text = '') => text.replace('{origin}', server.origin)
  const report = await checked(server.url, {
    submission: {
      privacyPolicyUrl: here(submission.privacyPolicyUrl),
      support: here(submission.support),
      ...(submission.securityContact === undefined ? {} : { securityContact: submission.securityContact }),
    },
  })
  return ['DOC-01', 'DOC-06', 'DOC-07'].flatMap((rule) =>
    findingsOf(report, rule).map((finding) => finding.case ?? finding.because ?? finding.outcome),
  )
}

test('a submission with a policy, a support page and security.txt passes', async () => {
  const given = { privacyPolicyUrl: '{origin}/moved', support: '{origin}/help' }
  assert.deepEqual(await documents(given), ['pass', 'pass', 'pass'])
})

for (const [page, expected] of [
  ['', 'none'],
  ['{origin}/none', 'status'],
  ['{origin}/placeholder', 'short'],
  ['{origin}/wall', 'login'],
  ['{origin}/private', 'login'],
  ['{origin}/image', 'type'],
  ['{origin}/down', 'step-failed'],
  ['ftp://publisher.example/privacy', 'not-https'],
] as const) {
  test(`a privacy policy at "${page}" is judged: ${expected}`, async () => {
    assert.equal((await documents({ privacyPolicyUrl: page }))[0], expected)
  })
}

test('mail for support is for a reviewer to try, and what is no address is named', async () => {
  assert.equal((await documents({ support: 'help@publisher.example' }))[1], 'mail-not-tried')
  assert.equal((await documents({ support: 'call us' }))[1], 'malformed')
  assert.equal((await documents({}))[1], 'none')
})

test('a security contact of the form needs no security.txt', async () => {
  assert.equal((await documents({ securityContact: 'security@publisher.example' }))[2], 'pass')
})

test('reading a page takes linear time, whatever it contains', () => {
  const hostile = '<'.repeat(1_000_000)
  const started = threadMs()
  pageText(hostile)
  assert.ok(threadMs() - started < 2000)
})

test('words are counted in languages without spaces, and not in scripts of the page', () => {
  assert.ok(countWords('个人信息保护政策说明我们如何收集和使用您的信息') > 8)
  assert.equal(countWords(pageText('<p>two words</p><script>var a = 1; var b = 2</script>').text), 2)
})
