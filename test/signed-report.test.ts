import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createSigningKey, publicPart, signReport, thumbprintOf, type Report } from '@connectory/checker'
import type { SubmissionId, Viewer } from '../directory/src/kernel/index.ts'
import { readable, type BrowserPerson } from './browser-person.ts'
import { factsOf, signedIn } from './listed-connector.ts'
import { checked, signUp, startProduct, type Product } from './product.ts'
import { startPublisherSite } from './third-party-server.ts'
import { toolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
const key = await createSigningKey()
let product: Product
let ada: Viewer
let browser: BrowserPerson
let reviewer: BrowserPerson
let submission: SubmissionId
let report: Report

before(async () => {
  product = resources.use(await startProduct())
  const site = resources.use(await startPublisherSite())
  const server = resources.use(await toolServer())
  ada = await signUp(product, 'Ada')
  browser = await signedIn(product, ada)
  reviewer = await signedIn(product, await signUp(product, 'Rita', ['reviewer']))
  const facts = factsOf(server.url, site.url, { name: 'Proven' })
  submission = (await product.app.submissions.submit(ada, facts, { publishOnApproval: true })).id
  await checked(product, ada, submission)
  const found = await product.app.probe.report(submission, 1)
  assert.ok(found)
  report = { ...found.report, calls: [{ tool: 'read_example', outcome: 'worked' }] }
})

after(() => resources.disposeAsync())

const proofPath = () => `/submissions/${submission}/proof`
const send = async (signed: string) => await browser.post(proofPath(), { report: signed })
const reviewPage = async () => readable((await reviewer.get(`/review/${submission}`)).text)

test('a key is added once, by its public part alone, and shown by its name', async () => {
  const add = (name: string, publicKey: string) => browser.post('/account/keys', { name, publicKey })
  const wrong = await add('laptop', '{"kty":"RSA"}')
  assert.equal(wrong.status, 422)
  assert.match(readable(wrong.text), /no public key/)
  const secret = await add('laptop', JSON.stringify(key))
  assert.equal(secret.status, 422)
  assert.match(readable(secret.text), /private key/)
  assert.ok(!secret.text.includes(key.d), 'the private key is sent back')
  assert.equal((await add('', JSON.stringify(publicPart(key)))).status, 422)

  const signed = await signReport(report, key)
  assert.match(readable((await send(signed)).text), /your organisation has not added/)

  assert.equal((await add('laptop', JSON.stringify(publicPart(key)))).status, 303)
  assert.match(readable((await browser.get('/account/keys')).text), /laptop/)
  assert.match(readable((await add('again', JSON.stringify(publicPart(key)))).text), /has this key already/)
})

test('a file that is no proof is refused with what is wrong, in the reader’s language, and changes nothing', async () => {
  assert.match(readable((await send('')).text), /Choose the file/)
  assert.match(readable((await send('hello')).text), /no signed report/)
  const [header, , signature] = (await signReport(report, key)).split('.')
  const forged = Buffer.from(JSON.stringify({ ...report, exchanges: [] })).toString('base64url')
  assert.match(readable((await send(`${header}.${forged}.${signature}`)).text), /signature does not fit/)
  const uncalled: Report = { ...report, calls: [{ tool: 'read_example', outcome: 'not-called' }] }
  assert.match(readable((await send(await signReport(uncalled, key))).text), /not called: read_example/)
  const german = await browser.post(`/de${proofPath()}`, { report: 'hello' })
  assert.match(readable(german.text), /kein signierter Bericht/)
  assert.match(await reviewPage(), /no signed report/)
})

test('a signed report in which every tool was called is an event that the reviewer sees', async () => {
  const sent = await send(`${await signReport(report, key)}\n`)
  assert.equal(sent.status, 303)
  const page = readable((await browser.get(`/submissions/${submission}`)).text)
  assert.match(page, /The report was accepted: all 1 tools were called/)
  assert.match(page, /Signed report accepted/)
  const { submission: now, past } = await product.app.submissions.view(ada, submission)
  assert.equal(now.state.status, 'in-review')
  const last = past.at(-1)?.event
  assert.equal(last?.name, 'proof-accepted')
  assert.equal(last.name === 'proof-accepted' && last.key, await thumbprintOf(key))
  assert.match(await reviewPage(), /all 1 tools called/)
})

test('a report that the organisation has signed begins a draft, and one of others does not', async () => {
  const sendFile = async (file: string) =>
    await browser.post('/submissions/drafts/import', { file }, { from: '/submissions/new' })
  const refused = await sendFile(await signReport(report, await createSigningKey()))
  assert.equal(refused.status, 422)
  assert.match(readable(refused.text), /your organisation has not added/)
  const began = await sendFile(await signReport(report, key))
  assert.equal(began.status, 303)
  const [draft] = await product.app.drafts.list(ada)
  assert.deepEqual(draft?.fields.serverUrl?.value, report.target)
  assert.deepEqual(draft?.fields.toolsRun, { value: 'yes', revision: 1, found: 'report' })
})

test('a reviewer of another organisation may not send one, and a removed key signs no more', async () => {
  const foreign = await reviewer.post(proofPath(), { report: await signReport(report, key) })
  assert.equal(foreign.status, 403)
  const id = /name="signingKey" value="([^"]+)"/.exec((await browser.get('/account/keys')).text)?.[1] ?? ''
  const stranger = await reviewer.post('/account/keys/remove', { signingKey: id }, { from: '/account/keys' })
  assert.equal(stranger.status, 404)
  const removed = await browser.post('/account/keys/remove', { signingKey: id }, { from: '/account/keys' })
  assert.equal(removed.status, 303)
  assert.match(readable((await send(await signReport(report, key))).text), /has not added/)
  assert.match(await reviewPage(), /all 1 tools called/)
})
