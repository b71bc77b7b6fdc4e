import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { noticesBed } from '../../test/notices-bed.ts'
import { inTransaction, type Viewer } from '../kernel/index.ts'

const bed = await noticesBed()
after(() => bed[Symbol.asyncDispose]())
const { notices, clock, mails, database } = bed

test('what is told stands in the inbox of those whom it is for, once, and is read by each on their own', async () => {
  const ada = await bed.person('ada')
  const ben = await bed.person('ben', ada.organisation)
  const eve = await bed.person('eve')
  const everybody = { organisation: ada.organisation }
  await bed.tell({ to: everybody, occasion: 'event 4', quote: ' Say who you are. ', by: clock.now() })
  // A second process that saw the same, and a later event of the same thing.
  await bed.tell({ to: everybody, occasion: 'event 4' })
  await bed.tell({ to: { ...everybody, person: ben.person }, occasion: 'event 5' })

  const [first, ...others] = (await notices.inbox(ada)).notices
  assert.ok(first)
  assert.deepEqual([first.quote, first.by, first.read, others], ['Say who you are.', clock.now(), false, []])
  const [forBen, same] = (await notices.inbox(ben)).notices
  assert.ok(forBen)
  assert.equal(same?.id, first.id)
  assert.deepEqual(await notices.inbox(eve), { notices: [], next: undefined })
  await assert.rejects(notices.one(eve, first.id), { code: 'not-found' })
  await assert.rejects(notices.one(ada, forBen.id), { code: 'not-found' })
  await assert.rejects(notices.markRead(eve, first.id, true), { code: 'not-found' })

  await notices.markRead(ada, first.id, true)
  assert.deepEqual([await notices.unread(ada), await notices.unread(ben)], [0, 2])
  await notices.markAllRead(ben, first.id)
  assert.equal(await notices.unread(ben), 1)
  assert.equal((await notices.inbox(ben, { unreadOnly: true })).notices[0]?.id, forBen.id)
  await notices.markRead(ada, first.id, false)
  assert.equal(await notices.unread(ada), 1)
})

test('a notice is not told when what it speaks of is undone', async () => {
  const ada = await bed.person('ada')
  const left = await bed.left()
  const undone = inTransaction(database.db, async (trx) => {
    await notices.tell(trx, {
      kind: 'test.undone',
      to: { organisation: ada.organisation },
      about: 'test:1',
      occasion: '1',
      what: { key: 'notices.title' },
      why: { key: 'notices.title' },
      whatToDo: { key: 'notices.title' },
      link: '/',
    })
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.deepEqual([await notices.unread(ada), await bed.left()], [0, left])
})

test('a long inbox has pages, newest first', async () => {
  const { organisation, ...ada } = await bed.person('ada')
  for (let n = 0; n < 21; n += 1) await bed.tell({ to: { organisation }, about: `page:${n}` })
  const page = await notices.inbox({ ...ada, organisation })
  const rest = await notices.inbox({ ...ada, organisation }, { before: page.next })
  assert.deepEqual(
    [page.notices.length, page.notices[0]?.about, rest.notices.map(({ about }) => about), rest.next],
    [20, 'page:20', ['page:0'], undefined],
  )
})

/** Asks for an address, and opens the link that comes there. */
async function withMail(viewer: Viewer, address: string, language: 'en' | 'de' = 'en'): Promise<string> {
  mails.length = 0
  await notices.askAddress(viewer, { address, language })
  const token = /\/account\/notices\/address\/([\w-]{43})/.exec(mails[0]?.text ?? '')?.[1] ?? ''
  await notices.confirmAddress(viewer, token)
  mails.length = 0
  return token
}

const messageIdOf = (text: string): string | undefined => /^Message-ID: (.*)$/im.exec(text)?.[1]

test('mail goes to an address only after its link was opened by the person who asked, and in their language', async () => {
  const ada = await bed.person('ada')
  const eve = await bed.person('eve')
  const to = { organisation: ada.organisation }
  await notices.askAddress(ada, { address: 'ada@mail.example', language: 'de' })
  await bed.tell({ to })
  await bed.deliver()
  assert.deepEqual(
    mails.map((mail) => mail.to),
    ['ada@mail.example'],
  )
  assert.match(mails[0]?.text ?? '', /Bestätigen Sie Ihre Adresse für Connectory/)
  const token = /https:\/\/connectory\.example\/de\/account\/notices\/address\/([\w-]{43})/.exec(
    mails[0]?.text ?? '',
  )?.[1]
  assert.ok(token)
  assert.equal(await notices.askedAddress(eve, token), undefined)
  await assert.rejects(notices.confirmAddress(eve, token), { code: 'not-found' })
  assert.deepEqual(
    [await notices.contact(ada.person), await notices.contact(eve.person)],
    ['waiting', 'none'],
  )
  await notices.confirmAddress(ada, token)
  assert.equal(await notices.contact(ada.person), 'confirmed')
  await assert.rejects(notices.confirmAddress(ada, token), { code: 'not-found' })
  mails.length = 0

  await bed.tell({ to, quote: 'Nicht <b>so</b>.\nAnders.', by: new Date('2027-01-02T03:04:00Z') })
  const [notice] = (await notices.inbox(ada)).notices
  assert.ok(notice)
  await bed.deliver()
  await bed.deliver()
  const [mail, ...more] = mails
  assert.deepEqual([more, mail?.from], [[], 'notices@connectory.example'])
  const { text = '' } = mail ?? {}
  assert.equal(messageIdOf(text), `<${notice.id}.${ada.person}@connectory.example>`)
  assert.match(text, /^Subject: Notes wurde abgelehnt · Connectory$/m)
  assert.match(text, /^Auto-Submitted: auto-generated$/m)
  assert.match(text, /^> Nicht <b>so<\/b>\.\n> Anders\.$/m)
  assert.match(text, /Nicht &lt;b&gt;so&lt;\/b&gt;\./)
  assert.match(text, /Was zu tun ist: Ändern Sie.*\n\nBis: 02\.01\.2027, 03:04 UTC/)
  assert.ok(text.includes(`https://connectory.example/de/inbox/${notice.id}`))
  const [delivery] = await notices.deliveries(ada, notice.id)
  assert.deepEqual([delivery?.state, delivery?.attempts[0]?.outcome], ['done', 'sent'])

  await notices.setMail(ada, { enabled: false, language: 'de' })
  await bed.tell({ to })
  await bed.deliver()
  assert.equal(mails.length, 1)
})

test('a mail that is not taken is tried again with the same Message-ID; one refused for good is not', async () => {
  const ada = await bed.person('ada')
  const to = { organisation: ada.organisation }
  await withMail(ada, 'later@mail.example')
  bed.onMail = () => Promise.reject(Object.assign(new Error('Later'), { responseCode: 451 }))
  await bed.tell({ to })
  await bed.deliver()
  bed.onMail = () => undefined
  await bed.deliver()
  assert.equal(new Set(mails.map(({ text }) => messageIdOf(text))).size, 1)
  assert.equal(mails.length, 2)

  bed.refusal = 550
  for (let n = 0; n < 3; n += 1) {
    await bed.tell({ to })
    await bed.deliver()
  }
  bed.refusal = 0
  const { mailbox } = await notices.mail(ada)
  assert.deepEqual([mailbox?.enabled, mailbox?.refusals], [false, 3])
  assert.equal((await notices.inbox(ada)).notices[0]?.kind, 'notices.mail-off')
  await bed.deliver()
  assert.equal(mails.length, 2)
})

test('a process killed between sending and writing it down sends the same Message-ID again, and it is counted', async () => {
  const ada = await bed.person('ada')
  await withMail(ada, 'killed@mail.example')
  await bed.tell({ to: { organisation: ada.organisation } })
  const doomed = bed.replica()
  bed.onMail = () => doomed.opened.close()
  await bed.deliver(doomed.notices)
  bed.onMail = () => undefined
  const [notice] = (await notices.inbox(ada)).notices
  assert.ok(notice)
  // Nobody else takes it while the first could still be at it.
  await bed.deliver()
  assert.equal(mails.length, 1)
  clock.advance(2 * 60_000)
  await bed.deliver()
  assert.deepEqual(
    mails.map(({ text }) => messageIdOf(text)),
    Array.from({ length: 2 }, () => `<${notice.id}.${ada.person}@connectory.example>`),
  )
  const [delivery] = await notices.deliveries(ada, notice.id)
  assert.deepEqual(
    delivery?.attempts.map(({ outcome }) => outcome),
    [null, 'sent'],
  )
})

test('nobody sends links to an address again and again', async () => {
  const ada = await bed.person('ada')
  const ask = (viewer: Viewer) => notices.askAddress(viewer, { address: 'poor@mail.example', language: 'en' })
  for (let n = 0; n < 5; n += 1) {
    await ask(ada)
    // Who removes an address has asked nevertheless.
    await notices.removeMail(ada)
  }
  assert.equal((await notices.mail(ada)).waiting, undefined)
  await assert.rejects(ask(ada), { code: 'too-many' })
  await assert.rejects(ask(await bed.person('ben')), { code: 'too-many' })
  await assert.rejects(notices.askAddress(ada, { address: 'no address', language: 'en' }), {
    code: 'invalid-input',
  })
})

test('a job takes a notice to its channels, once, however often it runs', async () => {
  const ada = await bed.person('ada')
  await withMail(ada, 'job@mail.example')
  await notices.work()
  const arrived = Promise.withResolvers<void>()
  bed.onMail = () => arrived.resolve()
  await bed.tell({ to: { organisation: ada.organisation } })
  await arrived.promise
  bed.onMail = () => undefined
  await bed.deliver()
  assert.equal(mails.length, 1)
})
