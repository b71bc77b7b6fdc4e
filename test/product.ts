import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type App } from '../directory/src/app.ts'
import { readConfig } from '../directory/src/config/index.ts'
import {
  createLog,
  inTransaction,
  type Clock,
  type InstanceRole,
  type SubmissionId,
  type Viewer,
} from '../directory/src/kernel/index.ts'
import { startSchedule, tasks } from '../directory/src/schedule.ts'
import { listen } from '../directory/src/server.ts'
import type { SubmissionView } from '../directory/src/submissions/index.ts'
import { testDatabase } from '../directory/test/database.ts'
import { quickPasswords } from '../directory/test/quick-passwords.ts'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

/** The whole product in this process: real database, real HTTP, its own data folder. */
export interface Product extends AsyncDisposable {
  readonly app: App
  readonly url: URL
  readonly connectionString: string
  readonly dataDir: string
  /** Everything that was logged, one JSON line each. */
  logged(): string
}

export interface ProductOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Take jobs from the queue? Default yes. */
  readonly work?: boolean
  readonly clock?: Clock
  /** A migrated database of the test's own; default: one that is made and dropped. */
  readonly connectionString?: string
}

export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { env = {}, work = true, clock } = options
  const database = options.connectionString === undefined ? await testDatabase() : undefined
  const connectionString = options.connectionString ?? database?.connectionString ?? ''
  const dataDir = mkdtempSync(join(tmpdir(), 'connectory-journey-'))
  const port = await freePort()
  const config = readConfig(
    {
      PORT: String(port),
      DATA_DIR: dataDir,
      ALLOW_LOOPBACK: 'yes',
      SECOND_APPROVAL: 'never',
      DATABASE_URL: connectionString,
      ...env,
    },
    'serve',
  )
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const app = await createApp({
    config,
    log,
    connectionString,
    passwords: quickPasswords,
    ...(clock !== undefined && { clock }),
  })
  if (work) {
    await app.probe.work()
    await app.notices.work()
  }
  const schedule = await startSchedule(app, tasks)
  const server = await listen(app)
  return {
    app,
    url: config.publicUrl,
    connectionString,
    dataDir,
    logged: () => lines.join(''),
    async [Symbol.asyncDispose]() {
      schedule.stop()
      await server.stop()
      await app.close()
      await database?.[Symbol.asyncDispose]()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const password = 'correct horse battery staple'

/** A person who signed up, with roles of the instance. */
export async function signUp(
  { app }: Product,
  name: string,
  roles: readonly InstanceRole[] = [],
): Promise<Viewer> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@people.example`
  const { viewer } = await app.accounts.signUp({ name, email, password })
  await inTransaction(app.db, async (trx) => {
    for (const role of roles) {
      await app.accounts.grantRole(trx, viewer.person, role, { kind: 'system', name: 'test' }, 'for the test')
    }
  })
  return { ...viewer, roles: new Set(roles) }
}

/** Waits until the check of a submission has ended. */
export async function checked({ app }: Product, viewer: Viewer, id: SubmissionId): Promise<SubmissionView> {
  return await until(async () => {
    const view = await app.submissions.view(viewer, id)
    return view.submission.state.status === 'checking' ? undefined : view
  })
}
