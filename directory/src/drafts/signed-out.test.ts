import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { somebody, submissionBed, type SubmissionBed } from '../../test/submission-bed.ts'
import { readable, submissionPages } from '../../test/submission-pages.ts'
import type { AppEnv, Viewer } from '../kernel/index.ts'
import type { DraftId } from './model.ts'

type Form = readonly (readonly [name: string, value: string])[]

let database: TestDatabase
let bed: SubmissionBed
let app: Hono<AppEnv>
let ada: Viewer
let id: DraftId
let path: string

before(async () => {
  database = await testDatabase()
  bed = await submissionBed({ connectionString: database.connectionString })
  ada = somebody(bed.ids)
  app = submissionPages(bed, { ada }, new URL('http://127.0.0.1:8080'))
  id = (await bed.drafts.begin(ada, { serverUrl: 'https://mcp.example.com/mcp' })).id
  path = `/submissions/drafts/${id}`
})

after(async () => {
  await bed[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

/** A browser that has Ada's page open while her session ends; what it posts has the token of that page. */
async function openPage() {
  const page = await app.request(`${path}/publisher`, { headers: { cookie: 'as=ada' } })
  const cookies = page.headers.getSetCookie().map((each) => each.split(';')[0])
  const [, token = ''] = /name="_token" value="([^"]+)"/.exec(await page.text()) ?? []
  const post = async (to: string, form: Form, signedIn: readonly string[]) => {
    const headers = { cookie: [...signedIn, ...cookies].join('; ') }
    const body = new URLSearchParams(form.map(([name, value]) => [name, value]))
    const answer = await app.request(to, { method: 'POST', headers, body })
    const [, flash = ''] = /connectory-flash=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get('location') ?? '',
      told: Buffer.from(flash, 'base64url').toString('utf8'),
    }
  }
  return {
    signedOut: async (to: string, form: Form) => await post(to, [...form, ['_token', token]], []),
    signedIn: async (to: string, form: Form) => await post(to, form, ['as=ada']),
  }
}

/** What the form of a page sends that has hidden fields alone. */
function hiddenIn(html: string): Form {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return fields.map(([, name = '', value = '']) => [name, readable(value)] as const)
}

test('what somebody has typed who is signed out by now waits on a page, and is sent from there', async () => {
  const { signedOut, signedIn } = await openPage()
  const { revision } = await bed.drafts.get(ada, id)
  const typed: Form = [
    ['revision', String(revision)],
    ['name', 'Ada "and" <Co>'],
    ['categories', 'data'],
    ['categories', 'business'],
    ['go', 'next'],
  ]
  const waits = await signedOut(`${path}/listing`, typed)
  assert.equal(waits.status, 401)
  assert.ok(waits.html.includes(`/sign-in?next=${encodeURIComponent(`${path}/listing`)}`))
  const kept = hiddenIn(waits.html)
  assert.deepEqual(
    kept.filter(([name]) => name !== '_token'),
    typed,
  )
  assert.equal((await signedIn(`${path}/listing`, kept)).status, 303)
  const { fields } = await bed.drafts.get(ada, id)
  assert.deepEqual([fields.name?.value, fields.categories?.value], ['Ada "and" <Co>', ['data', 'business']])
})

test('a button of a draft leads somebody who is signed out to the sign-in, and back to its page', async () => {
  const { signedOut } = await openPage()
  const led = await Promise.all(
    ['look', 'send', 'discard', 'domain-proof', 'test-account', 'test-account/remove'].map(async (button) => {
      const { status, location } = await signedOut(`${path}/${button}`, [])
      return [status, decodeURIComponent(location)]
    }),
  )
  assert.deepEqual(
    led,
    ['server', 'review', 'review', 'server', 'test', 'test'].map((page) => [
      303,
      `/sign-in?next=${path}/${page}`,
    ]),
  )
})

test('a secret or a file of somebody who is signed out is kept nowhere, and they are told so', async () => {
  const { signedOut } = await openPage()
  const account = await signedOut(`${path}/test-account`, [
    ['accountName', 'tess'],
    ['accountSecret', 'sesame'],
  ])
  assert.match(account.told, /drafts\.sign-in-first\.lost/)
  assert.doesNotMatch(`${account.html}${account.location}${account.told}`, /sesame/)
  const file = await signedOut('/submissions/drafts/import', [['file', '{}']])
  assert.match(file.told, /drafts\.sign-in-first\.lost/)
})
