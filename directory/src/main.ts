/**
 * The process: reads which role it has, opens the database, builds the product, serves and works until it is told to
 * stop. Roles: all (default), serve (pages, API, gateway), work (jobs), migrate, admin create-operator, demo.
 * The product is loaded only when its database is there: `migrate`, and a start that is refused, do without.
 */
import { mkdirSync } from 'node:fs'
import type { App } from './app.ts'
import { ConfigError, readConfig, type Config } from './config/index.ts'
import {
  createLog,
  keepHeapSmall,
  migrate,
  MigrationError,
  openDatabase,
  startEmbeddedPostgres,
  StartError,
  type Log,
} from './kernel/index.ts'

const roles = ['all', 'serve', 'work', 'migrate', 'admin', 'demo'] as const
type Role = (typeof roles)[number]

const adminVerbs: ReadonlySet<string> = new Set(['create-operator', 'rotate-keys'])

const usage = `Usage: main.ts [${roles.join(' | ')}]
  all      pages, API, gateway and jobs in one process (default)
  serve    pages, API and gateway only
  work     jobs only
  migrate  bring the database up to date and end
  admin create-operator   print a one-time link that makes whoever opens it an operator
  admin rotate-keys       seal every secret with a new key
  demo     what "npm start" runs: all, with demo servers and demo accounts`

/** Things to undo at the end, the newest first. */
type Cleanup = (() => Promise<unknown> | void)[]

async function main(argv: readonly string[]): Promise<number> {
  const [wanted = 'all', verb] = argv
  const role = roles.find((name) => name === wanted)
  if (role === undefined || (role === 'admin' && !adminVerbs.has(verb ?? ''))) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const config = readConfig(process.env, role === 'demo' ? 'demo' : 'serve')
  const log = createLog(role === 'demo' ? 'warn' : config.logLevel)
  const cleanup: Cleanup = []
  try {
    return await run(role, { config, log, cleanup, verb })
  } finally {
    for (const undo of cleanup.toReversed()) await undo()
  }
}

interface Setting {
  readonly config: Config
  readonly log: Log
  readonly cleanup: Cleanup
  /** What an admin wants. */
  readonly verb: string | undefined
}

async function run(role: Role, { config, log, cleanup, verb }: Setting): Promise<number> {
  const stopped = stopSignal()
  const connectionString = await database(config, log, cleanup)
  if (role === 'migrate') {
    say('The database is up to date.')
    return 0
  }
  if (role === 'admin' && verb === 'rotate-keys') {
    const { rotateKeys } = await import('./rotate-keys.ts')
    const opened = openDatabase({ connectionString, poolSize: 2 })
    say(await rotateKeys(opened.db, config).finally(() => opened.close()))
    return 0
  }
  const { createApp } = await import('./app.ts')
  const app = await createApp({ config, log, connectionString })
  cleanup.push(() => app.close())
  if (role === 'admin') {
    say(`Open this once, signed in, within 24 hours:\n${(await app.accounts.createOperatorLink()).href}`)
    return 0
  }
  if (role !== 'demo') {
    const { refuseDemoAccounts } = await import('./demo/index.ts')
    const refusal = await refuseDemoAccounts(app)
    if (refusal !== undefined) throw new ConfigError(refusal)
  }
  if (role !== 'serve') await work(app, cleanup)
  if (role !== 'work') await serve(app, cleanup)
  if (role === 'demo') await demonstrate(app, cleanup)
  else await greet(app, role)
  // Not before: a process that starts fills its heap with what stays.
  keepHeapSmall()
  await stopped
  return 0
}

async function database(config: Config, log: Log, cleanup: Cleanup): Promise<string> {
  // Root hands the embedded database to another user, who has to pass through this folder.
  mkdirSync(config.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  let address = config.databaseUrl
  if (address === undefined) {
    const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, say })
    cleanup.push(() => embedded.stop())
    address = embedded.connectionString
  }
  const opened = openDatabase({ connectionString: address, poolSize: 2 })
  try {
    if (config.databaseUrl !== undefined && !(await opened.ready()))
      throw new ConfigError(noDatabase(address))
    const applied = await migrate(opened.db)
    if (applied.length > 0) log.info({ applied }, 'migrated the database')
  } finally {
    await opened.close()
  }
  return address
}

function noDatabase(address: string): string {
  const host = URL.canParse(address) ? new URL(address).host : 'its address'
  return (
    `No PostgreSQL at ${host} lets us in (DATABASE_URL). ` +
    'Start it, or correct the address, the user or the password.'
  )
}

async function work(app: App, cleanup: Cleanup): Promise<void> {
  await app.probe.work()
  await app.notices.work()
  const { startSchedule, tasks } = await import('./schedule.ts')
  const schedule = await startSchedule(app, tasks)
  cleanup.push(() => schedule.stop())
}

async function serve(app: App, cleanup: Cleanup): Promise<void> {
  const { listen } = await import('./server.ts')
  const server = await listen(app)
  cleanup.push(() => server.stop())
}

async function demonstrate(app: App, cleanup: Cleanup): Promise<void> {
  const { startDemo } = await import('./demo/index.ts')
  const demo = await startDemo(app)
  cleanup.push(() => demo.stop())
  say(demo.welcome)
}

async function greet(app: App, role: Role): Promise<void> {
  const { config, accounts } = app
  if (role === 'work') say('Working on jobs.')
  else
    say(
      `${config.instanceName} serves ${config.publicUrl.href} (listening on ${config.host}:${config.port}).`,
    )
  if (role !== 'work' && !(await accounts.hasOperator())) {
    say(
      `There is no operator yet. Open this once, signed in, within 24 hours:\n${(await accounts.createOperatorLink()).href}`,
    )
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** A sentence for the operator; anything else is our fault and keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof MigrationError || error instanceof StartError) {
    return error.message
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is already in use. Stop the other program, or choose another port with PORT.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
