import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import { threadMs } from '../../../../test/thread-time.ts'
import { checked, findingsOf, goodTool, serve, withTools } from '../../test/servers.ts'
import { formatRecording, judge, parseRecording, type SubmissionFacts } from '../index.ts'
import { evidence } from '../../test/evidence.ts'
import { domainsOf } from './domains.ts'
import { iconLinks, sizeOf } from './icons.ts'
import { policyWords } from './topic-words.ts'
import { topicsOf } from './topics.ts'
import { urlOptionOf } from './url-option.ts'

const policy =
  `We collect your e-mail address and use it to show your notes. We share it with nobody. Your data is
  kept for thirty days. Contact us at privacy@publisher.example. `.repeat(10)
const manual = 'Install the connector, sign in with your account, and read here what errors mean. '.repeat(12)
/** One pixel of a PNG whose header says how large it is. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  return Buffer.concat([head, size, Buffer.from('0806000000', 'hex'), Buffer.alloc(64)])
}

const pages: Readonly<Record<string, readonly [number, string, string | Buffer]>> = {
  '/': [200, 'text/html', '<head><link rel="icon" sizes="128x128" href="/icon.png"></head>'],
  '/privacy': [200, 'text/html', `<p>${policy}</p>`],
  '/thin': [200, 'text/html', `<p>${'We collect your name and use it for our purposes. '.repeat(30)}</p>`],
  '/chinese': [200, 'text/html', `<p>${'我们如何处理您的个人信息，请阅读。'.repeat(60)}</p>`],
  '/policy.pdf': [200, 'application/pdf', '%PDF-1.7'],
  '/docs': [200, 'text/html', `<h1>Notes</h1>${manual}`],
  '/short': [200, 'text/html', '<p>Install it and sign in. Errors are rare.</p>'],
  '/members': [401, 'text/html', ''],
  '/icon.png': [200, 'image/png', png(128, 128)],
  '/wide.png': [200, 'image/png', png(300, 100)],
  '/tiny.png': [200, 'image/png', png(16, 16)],
  '/huge.png': [200, 'image/png', Buffer.alloc(1024 * 1024 + 1)],
  '/page.png': [200, 'image/png', '<html>no image</html>'],
  '/broken.png': [503, 'text/plain', ''],
  '/icon.svg': [200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>'],
}

const mcp = withTools(goodTool())
const site: RequestListener = (request, response) => {
  if (request.url === '/mcp') return mcp(request, response)
  const [status, type, body] = pages[request.url ?? ''] ?? [404, 'text/plain', '']
  return void response.writeHead(status, { 'content-type': type }).end(body)
}

const complete: SubmissionFacts = {
  name: 'Notes',
  tagline: 'Your notes',
  description: 'Lists your notes. The free plan has 100 calls a day.',
  websiteUrl: '{origin}/',
  documentationUrl: '{origin}/docs',
  privacyPolicyUrl: '{origin}/privacy',
  termsUrl: '{origin}/docs',
  dpaUrl: '',
  support: '{origin}/docs',
  securityContact: 'security@publisher.example',
  iconUrl: '',
  examplePrompts: ['Which notes?', 'The newest note?', 'How many notes?'].map((prompt) => ({
    prompt,
    tools: ['list_notes'],
  })),
  accountRequirements: { text: '' },
  limits: 'Free plan: 100 calls a day',
  geography: '',
  requestLimits: '60 requests a minute for each account; alarms tell of abuse.',
  fetchGuard: '',
  healthData: false,
  sponsoredContent: false,
  perUserClaims: false,
  acknowledgements: ['permitted-use', 'data-rights'],
  urlOption: { kind: 'universal' },
  authMode: 'none',
  startsOpen: false,
  addressFilter: false,
}

/** What a rule says about the complete submission with these answers instead; undefined takes an answer away. */
async function says(
  rule: string,
  changed: { [Key in keyof SubmissionFacts]?: SubmissionFacts[Key] | undefined },
) {
  await using server = await serve(site)
  const answers = Object.fromEntries(
    Object.entries({ ...complete, ...changed }).filter(([, value]) => value !== undefined),
  )
  const submission = JSON.parse(
    JSON.stringify(answers).replaceAll('{origin}', server.origin),
  ) as SubmissionFacts
  const report = await checked(server.url, { submission })
  return findingsOf(report, rule).map((finding) => finding.case ?? finding.because ?? finding.outcome)
}

test('a complete submission leaves nothing that fails, and one task for a person', async () => {
  await using server = await serve(site)
  const submission = JSON.parse(
    JSON.stringify(complete).replaceAll('{origin}', server.origin),
  ) as SubmissionFacts
  const { findings, verdict } = await checked(server.url, { submission })
  const notes = findings.filter(({ outcome, case: name }) => outcome !== 'pass' && name !== null)
  assert.deepEqual(
    notes.map(({ rule, case: name }) => `${rule} ${name}`),
    ['TOOL-16 try', 'LIM-05 told', 'LIM-06 told'],
  )
  assert.equal(verdict, 'ready')
})

for (const [rule, answers, expected] of [
  ['DOC-02', { privacyPolicyUrl: '{origin}/thin' }, 'missing'],
  ['DOC-02', { privacyPolicyUrl: '{origin}/chinese' }, 'unread'],
  ['DOC-02', { privacyPolicyUrl: '{origin}/policy.pdf' }, 'unread'],
  ['DOC-02', { privacyPolicyUrl: '{origin}/none' }, 'no-policy'],
  ['DOC-02', { privacyPolicyUrl: '{origin}/broken.png' }, 'no-policy'],
  ['DOC-04', { documentationUrl: '' }, 'none'],
  ['DOC-04', { documentationUrl: '{origin}/none' }, 'status'],
  ['DOC-04', { documentationUrl: '{origin}/members' }, 'login'],
  ['DOC-04', { documentationUrl: '{origin}/short' }, 'short'],
  ['DOC-04', { documentationUrl: '{origin}/privacy' }, 'missing'],
  ['DOC-04', { documentationUrl: '{origin}/broken.png' }, 'step-failed'],
  ['DOC-04', { documentationUrl: undefined }, 'not-asked'],
  ['DOC-05', { examplePrompts: [] }, 'few'],
  ['DOC-05', { examplePrompts: undefined }, 'not-asked'],
  ['DOC-08', {}, 'not-offered'],
  ['DOC-08', { dpaUrl: '{origin}/none' }, 'status'],
  ['DOC-08', { dpaUrl: undefined }, 'not-asked'],
  ['DOC-09', { termsUrl: '' }, 'none'],
  ['DOC-10', {}, 'no-login'],
  ['DOC-11', { acknowledgements: [] }, 'missing'],
  ['DATA-05', { acknowledgements: undefined }, 'not-asked'],
  ['DATA-03', { healthData: true }, 'declared'],
  ['USE-03', { sponsoredContent: true }, 'sponsored'],
  ['USE-03', { sponsoredContent: undefined }, 'not-asked'],
  ['LIM-05', { requestLimits: '' }, 'none-stated'],
  ['LIM-05', { requestLimits: undefined }, 'outside-scope'],
  ['LIM-06', { requestLimits: '' }, 'no-limit-stated'],
  ['TOOL-28', { limits: 'Only for schools in Sweden' }, 'unstated'],
  ['NET-05', { addressFilter: true, whyNoLogin: '' }, 'none'],
  ['NET-05', { addressFilter: undefined }, 'not-asked'],
  ['NET-07', {}, 'loopback'],
  ['NET-09', { geography: 'Not in Sweden' }, 'limited'],
  ['NET-09', { geography: undefined }, 'not-asked'],
  [
    'NET-10',
    { urlOption: { kind: 'pattern', pattern: '^https://(a+)+$', sample: 'https://b.example/' } },
    'sample',
  ],
  ['NET-11', { urlOption: { kind: 'list', urls: [] }, authMode: 'custom-connection' }, 'list'],
  ['AUTH-24', { perUserClaims: true }, 'no-login'],
  ['AUTH-33', { authMode: 'oauth' }, 'open'],
  ['AUTH-33', { authMode: undefined }, 'not-asked'],
  ['ICN-01', { iconUrl: '{origin}/icon.svg' }, 'icon-of-its-own'],
  ['ICN-02', {}, 'no-icon-of-its-own'],
  ['ICN-02', { iconUrl: undefined }, 'not-asked'],
  ['ICN-02', { iconUrl: '{origin}/icon.svg' }, 'pass'],
  ['ICN-02', { iconUrl: '{origin}/wide.png' }, 'not-square'],
  ['ICN-02', { iconUrl: '{origin}/tiny.png' }, 'small'],
  ['ICN-02', { iconUrl: '{origin}/huge.png' }, 'too-big'],
  ['ICN-02', { iconUrl: '{origin}/page.png' }, 'no-image'],
  ['ICN-02', { iconUrl: '{origin}/gone.png' }, 'status'],
  ['ICN-02', { iconUrl: '{origin}/broken.png' }, 'step-failed'],
  ['ICN-02', { iconUrl: 'ftp://publisher.example/icon.png' }, 'not-https'],
] as const) {
  test(`${rule} says "${expected}" about ${JSON.stringify(answers)}`, async () => {
    assert.equal((await says(rule, answers))[0], expected)
  })
}

test('without a submission nothing is asked, and every rule on answers says so', async () => {
  await using server = await serve(site)
  const report = await checked(server.url)
  for (const rule of [
    'TOOL-16',
    'DOC-02',
    'DOC-04',
    'DOC-05',
    'DATA-05',
    'NET-07',
    'NET-10',
    'ICN-01',
    'AUTH-33',
  ]) {
    assert.equal(findingsOf(report, rule)[0]?.reason, 'not-requested', rule)
  }
  assert.equal(report.verdict, 'ready')
})

test('a page that is named three times is fetched once', async () => {
  let fetched = 0
  await using server = await serve((request, response) => {
    if (request.url === '/docs') fetched += 1
    site(request, response)
  })
  const submission = JSON.parse(
    JSON.stringify(complete).replaceAll('{origin}', server.origin),
  ) as SubmissionFacts
  await checked(server.url, { submission })
  assert.equal(fetched, 1)
})

test('a site without an icon, and one whose icon is small, are named by ICN-01', async () => {
  for (const [head, expected] of [
    ['', 'none'],
    ['<link rel="shortcut icon" href="/tiny.png">', 'small'],
  ] as const) {
    await using server = await serve((request, response) => {
      if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end(head)
      else site(request, response)
    })
    const report = await checked(server.url, { submission: { privacyPolicyUrl: '' } })
    assert.equal(findingsOf(report, 'ICN-01')[0]?.case, expected)
  }
})

test('names below a host of many publishers have different owners', async () => {
  const { server, named } = await domainsOf(new URL('https://mcp.alice.github.io/mcp'), {
    websiteUrl: 'https://bob.github.io/',
    documentationUrl: 'https://docs.alice.github.io/',
  })
  assert.equal(server.domain, 'alice.github.io')
  assert.deepEqual(
    named.map(({ domain }) => domain),
    ['bob.github.io', 'alice.github.io'],
  )
})

for (const [language, text] of Object.entries({
  en: 'We collect your address. We use it to answer. We do not share it. It is deleted after 30 days. Contact us.',
  de: 'Wir erheben Ihre Adresse und verwenden sie für Antworten. Keine Weitergabe. Löschung nach 30 Tagen. Kontakt: a@b.example',
  es: 'Recopilamos su dirección y la utilizamos para responder. No la compartimos con terceros. Plazo de conservación: 30 días. Contacto.',
  fr: 'Nous collectons votre adresse, utilisée pour répondre. Aucun tiers ne la reçoit. Durée de conservation : 30 jours. Contactez-nous.',
  pt: 'Coletamos o seu endereço e o usamos para responder. Não compartilhamos com terceiros. Prazo de retenção: 30 dias. Contato.',
  it: 'Raccogliamo il tuo indirizzo e lo utilizziamo per rispondere. Non lo condividiamo con terzi. Periodo di conservazione: 30 giorni. Contattaci.',
})) {
  test(`the five topics of a privacy policy are found in ${language}`, () => {
    const page = { document: { url: 'https://publisher.example/privacy', status: 200 }, text, source: text }
    const topics = topicsOf(page, policyWords, 'no-policy')
    assert.ok(topics.looked)
    assert.deepEqual(topics.value.missing, [])
    assert.equal(topics.value.language, language)
  })
}

test('patterns are judged in linear time, and what matches a stranger is named', async () => {
  const sample = 'https://acme.publisher.example/mcp'
  const wide = await urlOptionOf({ kind: 'pattern', pattern: '^https://.*publisher.example/mcp$', sample })
  assert.ok(wide.shape?.matchesForeign)
  const hungry = await urlOptionOf({
    kind: 'pattern',
    pattern: '^https://(a+)+$',
    sample: `https://${'a'.repeat(60)}!`,
  })
  assert.equal(hungry.shape?.matchesSample, false)
  const looking = await urlOptionOf({ kind: 'pattern', pattern: '^https://(?=a).*$', sample })
  assert.ok(looking.shape?.problem)
  const good = await urlOptionOf({
    kind: 'pattern',
    pattern: String.raw`^https://[a-z0-9-]+\.publisher\.example/mcp$`,
    sample,
  })
  assert.deepEqual(good.shape, { matchesSample: true })
})

test('icon links are read in linear time, the largest first', () => {
  const html =
    '<link rel="icon" sizes="16x16" href="a.png"><LINK REL=icon href=b.svg><link rel="stylesheet" href="c.css">'
  assert.deepEqual(iconLinks(html, 'https://publisher.example/'), [
    'https://publisher.example/b.svg',
    'https://publisher.example/a.png',
  ])
  const started = threadMs()
  iconLinks('<link '.repeat(200_000), 'https://publisher.example/')
  assert.ok(threadMs() - started < 2000)
})

test('a picture that breaks off has no size, whatever lies behind it in memory', async () => {
  const whole = png(300, 200)
  assert.deepEqual(await sizeOf(whole), { type: 'png', width: 300, height: 200 })
  assert.deepEqual(await sizeOf(whole.subarray(0, 20)), {})
})

test('a recording of an engine without these parts leaves their rules unjudged', () => {
  const texts = formatRecording(evidence(), 'faq-2026-02-10')
  const older = JSON.parse(texts.evidence) as { evidence: { parts: Record<string, unknown> } }
  for (const part of ['instructions', 'domains', 'customIcon', 'policyTopics'])
    delete older.evidence.parts[part]
  const report = judge(parseRecording({ ...texts, evidence: JSON.stringify(older) }).evidence)
  for (const rule of ['LIM-08', 'NET-07', 'ICN-02', 'DOC-02']) {
    assert.equal(findingsOf(report, rule)[0]?.because, 'not-recorded', rule)
  }
})
