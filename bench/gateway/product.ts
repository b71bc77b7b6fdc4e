import { putConnection } from '../../directory/src/connections/store.ts'
import { insertRegistration } from '../../directory/src/connections/registration-store.ts'
import type { RegistrationId } from '../../directory/src/connections/model.ts'
import { createApp, type App } from '../../directory/src/app.ts'
import { readConfig } from '../../directory/src/config/index.ts'
import {
  createLog,
  createVault,
  inTransaction,
  loadVaultKeys,
  type ConnectionId,
  type ListingId,
  type ReportId,
  type Vault,
  type Viewer,
} from '../../directory/src/kernel/index.ts'
import { poolThreads } from '../../scripts/run.mjs'
import { dataFolder, startProcess } from '../../test/product-process.ts'
import { freePort } from '../../test/free-port.ts'

/** A connector that people have connected, and the token with which a client of each calls it. */
export interface Connector {
  readonly url: URL
  readonly tokens: readonly string[]
}

export interface RunningProduct {
  readonly pid: number
  /** PostgreSQL's first process. */
  readonly database: number
  /** Collects garbage: what is resident afterwards is what it keeps. */
  collect(): Promise<void>
  /** Lists a server and connects some people to it. @param login their tokens are sealed and sent along */
  connector(name: string, serverUrl: string, login: 'login' | 'open'): Promise<Connector>
  stop(): Promise<void>
}

/** Nobody gets there, but all is counted and said. */
const highRate = '999999999/60'
const people = 16

/**
 * The product as `npm run serve` starts it, in a process of its own with its own database, and nothing switched off: its
 * limits are only higher than what is called. It collects its garbage when it is asked, too.
 */
export async function startProduct(): Promise<RunningProduct> {
  const folder = dataFolder()
  const settings = {
    PORT: String(await freePort()),
    DATA_DIR: folder.path,
    ALLOW_LOOPBACK: 'yes',
    UPSTREAM_CALLS: '1000',
    UV_THREADPOOL_SIZE: String(poolThreads),
    RATE_LIMIT_USER: highRate,
    RATE_LIMIT_TOOL: highRate,
    RATE_LIMIT_CONNECTOR: highRate,
    RATE_LIMIT_GLOBAL: highRate,
    NODE_OPTIONS: `--expose-gc --import=${import.meta.resolve('./collect-when-asked.ts')}`,
  }
  const product = startProcess(['all'], settings)
  await product.says(/ serves http/)
  const connectionString = folder.connectionString()
  const config = readConfig({ ...settings, DATABASE_URL: connectionString }, 'serve')
  const app = await createApp({ config, log: createLog('warn'), connectionString })
  const vault = createVault(loadVaultKeys(config))
  let collections = 0
  return {
    pid: product.pid,
    async collect() {
      product.kill('SIGUSR2')
      await product.says(new RegExp(`^collected ${(collections += 1)}$`, 'm'))
    },
    database: folder.postmaster(),
    connector: (name, serverUrl, login) => connect({ app, vault }, { name, serverUrl, login }),
    async stop() {
      await app.close()
      product.kill('SIGTERM')
      await product.ended
      await folder[Symbol.asyncDispose]()
    },
  }
}

interface Seed {
  readonly app: App
  readonly vault: Vault
}

interface Wanted {
  readonly name: string
  readonly serverUrl: string
  readonly login: 'login' | 'open'
}

async function connect(seed: Seed, wanted: Wanted): Promise<Connector> {
  const { app } = seed
  const owner = await signUp(app, wanted.name, 0)
  const { listing, slug } = await list(app, owner, wanted)
  const url = app.gateway.endpoint(slug)
  const registration = await register(seed, listing)
  const tokens: string[] = []
  for (let nth = 1; nth <= people; nth += 1) {
    const viewer = await signUp(app, wanted.name, nth)
    if (wanted.login === 'open') await app.connections.begin(viewer, slug)
    else await giveToken(seed, { viewer, listing, registration, serverUrl: wanted.serverUrl })
    tokens.push((await app.authorization.issueToken({ viewer, endpoint: url.href, hours: 24 })).token)
  }
  return { url, tokens }
}

async function signUp(app: App, connector: string, nth: number): Promise<Viewer> {
  const email = `${connector.toLowerCase().replaceAll(' ', '.')}.${nth}@people.example`
  const name = `${connector} ${nth}`
  const { viewer } = await app.accounts.signUp({ name, email, password: 'measured with care' })
  return viewer
}

async function list(
  { db, catalogue, clock, ids }: App,
  viewer: Viewer,
  { name, serverUrl }: Wanted,
): Promise<{ readonly listing: ListingId; readonly slug: string }> {
  const actor = { kind: 'person', id: viewer.person } as const
  return await inTransaction(db, async (trx) => {
    const { organisation } = viewer
    const { id, slug } = await catalogue.reserve(trx, { organisation, name, serverUrl, actor })
    const counts = { pass: 1, fail: 0, needsHuman: 0, notApplicable: 0, notEvaluated: 0 }
    await catalogue.publish(trx, {
      listing: id,
      revision: { ...facts, name, serverUrl },
      tools: [],
      report: {
        id: ids.next<ReportId>(),
        verdict: 'ready',
        policy: 'faq-2026-02-10',
        checkedAt: clock.now(),
        loopback: true,
        counts,
      },
      actor,
      reason: 'for the benchmark',
    })
    return { listing: id, slug }
  })
}

const facts = {
  tagline: 'Gives back what it gets',
  descriptionMarkdown: 'Gives back what it gets.',
  categories: ['data'],
  documentationUrl: null,
  supportContact: null,
  privacyUrl: null,
  termsUrl: null,
  securityContact: null,
  publisherName: 'The benchmark',
  publisherUrl: null,
  authType: 'oauth',
  staticClient: true,
  addressFilter: false,
} as const

const issuer = 'https://login.example'

/** The client that all who connect use. */
async function register({ app, vault }: Seed, listing: ListingId): Promise<RegistrationId> {
  const id = app.ids.next<RegistrationId>()
  await inTransaction(app.db, (trx) =>
    insertRegistration(trx, vault, {
      id,
      issuer,
      callback: 'https://directory.example/callback',
      kind: 'static',
      listing,
      identity: { client_id: 'measured', token_endpoint_auth_method: 'none' },
      at: app.clock.now(),
    }),
  )
  return id
}

interface Given {
  readonly viewer: Viewer
  readonly listing: ListingId
  readonly registration: RegistrationId
  readonly serverUrl: string
}

/** As a finished sign-in leaves it. */
async function giveToken({ app, vault }: Seed, given: Given): Promise<void> {
  const { db, ids, clock } = app
  const { viewer, listing, registration, serverUrl } = given
  const { person, organisation } = viewer
  const at = clock.now()
  await inTransaction(db, async (trx) => {
    const tokens = { access_token: 'a-token-of-the-server-that-is-sealed-in-the-database' }
    const set = { tokens, scopes: [], expiresAt: null, refreshAt: null }
    const login = { set, registration, tokenEndpoint: `${issuer}/token`, revocationEndpoint: null }
    const id = ids.next<ConnectionId>()
    await putConnection(trx, vault, {
      id,
      person,
      organisation,
      listing,
      issuer,
      resource: serverUrl,
      login,
      at,
    })
  })
}
