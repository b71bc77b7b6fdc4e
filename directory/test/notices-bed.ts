import type { AddressInfo } from 'node:net'
import { createSafeFetch } from '@connectory/wire'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import {
  createIds,
  createJobs,
  createLog,
  createVault,
  inTransaction,
  manualClock,
  openDatabase,
  type ManualClock,
  type OpenDatabase,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../src/kernel/index.ts'
import { createNotices, noticeQueue, parseMailConfig, type News, type Notices } from '../src/notices/index.ts'
import { createOrganisations } from '../src/organisations/index.ts'
import { testDatabase, type TestDatabase } from './database.ts'

/** What the mail server of the bed took. */
export interface TakenMail {
  readonly to: string
  readonly from: string
  /** Headers and body as they came, lines unfolded, quoted-printable decoded. */
  readonly text: string
}

interface Peculiar {
  readonly allowLoopback?: boolean
  /** Opens nothing that the others have sealed. */
  readonly otherKey?: boolean
}

export interface NoticesBed extends AsyncDisposable {
  readonly database: TestDatabase
  readonly clock: ManualClock
  readonly notices: Notices
  readonly mails: TakenMail[]
  /** Called before a mail is taken; what it throws is the answer. */
  onMail: () => void | Promise<void>
  /** A reply code for recipients, such as 550; 0 takes them. */
  refusal: number
  left(): Promise<number>
  person(name: string, organisation?: OrganisationId): Promise<Viewer>
  tell(news: Partial<News> & Pick<News, 'to'>): Promise<void>
  /** Lets a minute pass, and sends what is due. */
  deliver(notices?: Notices): Promise<void>
  /** A process of its own on the same database. */
  replica(options?: Peculiar): { readonly opened: OpenDatabase; readonly notices: Notices }
}

export async function noticesBed(): Promise<NoticesBed> {
  const database = await testDatabase()
  const clock = manualClock(new Date())
  const ids = createIds(clock)
  const log = createLog('silent')
  const jobs = await createJobs({
    connectionString: database.connectionString,
    log,
    queues: [noticeQueue],
  })
  const organisations = createOrganisations({ clock, ids })
  const mails: TakenMail[] = []
  const server = mailServer(() => bed, mails)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const mail = parseMailConfig(`smtp://127.0.0.1:${port}`, 'Connectory <notices@connectory.example>')
  if (typeof mail !== 'object') throw new Error(mail ?? 'no mail')
  const resources = new AsyncDisposableStack()
  const make = (db = database.db, { allowLoopback = true, otherKey = false }: Peculiar = {}): Notices => {
    const fetch = createSafeFetch({ allowLoopback })
    resources.defer(() => fetch.close())
    return createNotices({
      db,
      clock,
      ids,
      log,
      jobs,
      fetch,
      vault: createVault([{ id: 'k1', bytes: new Uint8Array(32).fill(otherKey ? 2 : 1) }]),
      organisations,
      config: { publicUrl: new URL('https://connectory.example'), instanceName: 'Connectory', mail },
    })
  }
  let told = 0
  const bed: NoticesBed = {
    database,
    clock,
    notices: make(),
    mails,
    onMail: () => undefined,
    refusal: 0,
    left: () => jobs.left(noticeQueue),
    async person(name, organisation) {
      const person = ids.next<PersonId>()
      const email = `${name}@example.com`
      await sql`insert into person values (${person}, ${person}, ${name}, ${email}, ${clock.now()})`.execute(
        database.db,
      )
      if (organisation !== undefined) {
        await sql`insert into membership (organisation_id, person_id, created_at, owner)
          values (${organisation}, ${person}, ${clock.now()}, false)`.execute(database.db)
      }
      const own = await organisations.createPersonal(database.db, person, name)
      return { person, organisation: organisation ?? own, name, email, roles: new Set() }
    },
    async tell(news) {
      told += 1
      const whole: News = {
        kind: 'submissions.rejected',
        about: 'submission:1',
        occasion: `event ${told}`,
        what: { key: 'notices.submissions.rejected.what', parameters: { name: 'Notes' } },
        why: { key: 'notices.submissions.rejected.why', parameters: { clauses: 'TOOL-01' } },
        whatToDo: { key: 'notices.submissions.rejected.do' },
        link: '/submissions/1',
        ...news,
      }
      await inTransaction(database.db, (trx) => bed.notices.tell(trx, whole))
    },
    async deliver(notices = bed.notices) {
      clock.advance(61_000)
      await notices.deliverDue()
      await notices.settled()
    },
    replica(options) {
      const opened = openDatabase({ connectionString: database.connectionString, poolSize: 2 })
      return { opened, notices: make(opened.db, options) }
    },
    async [Symbol.asyncDispose]() {
      await jobs.stop()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await resources.disposeAsync()
      await database[Symbol.asyncDispose]()
    },
  }
  return bed
}

function mailServer(bed: () => NoticesBed, mails: TakenMail[]): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, answer) {
      const { refusal } = bed()
      if (refusal === 0) answer()
      else answer(Object.assign(new Error('Not here'), { responseCode: refusal }))
    },
    onData(stream, { envelope }, answer) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo[0]?.address ?? ''
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        mails.push({ to, from, text: decoded(Buffer.concat(parts).toString('utf8')) })
        void Promise.resolve(bed().onMail()).then(
          () => answer(),
          (error: Error) => answer(error),
        )
      })
    },
  })
}

/** Quoted-printable, in headers and parts, near enough for looking for sentences. */
function decoded(raw: string): string {
  const bytes = (text: string): string =>
    Buffer.from(
      text.replaceAll(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8')
  return raw
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_all, word: string) => bytes(word.replaceAll('_', ' ')))
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/(?:=[\dA-F]{2})+/g, bytes)
    .replaceAll('\r\n', '\n')
}
