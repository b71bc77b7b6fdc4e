// Runs the official conformance suite on our fixture server directly and through the gateway, and compares.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startFixture } from '../../directory/test/conformance-fixture/start.ts'
import { migrate, openDatabase, startEmbeddedPostgres } from '../../directory/src/kernel/index.ts'
import { readBaseline } from './baseline.ts'
import { startBehindGateway } from './behind-gateway.ts'
import { runOnOurBroker } from './our-broker.ts'
import { loginScenarios, runOnOurLogin } from './our-login.ts'
import { rowsOf, unheld, wrongIn, type Row } from './compare.ts'
import { required, runSuite, type Results } from './suite.ts'

interface Ran {
  readonly run: string
  readonly revision: string
  readonly rows: readonly Row[]
  readonly wrong: readonly string[]
}

const revisions = ['2026-07-28', '2025-11-25'] as const
type Revision = (typeof revisions)[number]

/** A scenario that ends otherwise is tried again alone: the suite's own timers run out on a busy machine. */
const tries = 2
/** More than these are no accident. */
const mostDoubtful = 4

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const known = readBaseline()
const direct = new Map<Revision, Results>()
const ran: Ran[] = []
await using stack = new AsyncDisposableStack()
const both = stack.use(await startFixture())
for (const revision of revisions) {
  const results = await againstServer(both.url, revision)
  direct.set(revision, results)
  note('directly', revision, rowsOf(results, undefined, required(revision, 'server')))
}
const connectionString = await database(stack)
const gateway = stack.use(await startBehindGateway(connectionString, both.url))
for (const revision of revisions) await through(revision)
// The bed of the tests makes its databases there.
process.env['TEST_DATABASE_URL'] = connectionString
for (const revision of revisions) await broker(revision)
const atOurLogin = await runOnOurLogin(gateway.product, gateway.person, gateway.url)
note('authorization server', 'all', rowsOf(atOurLogin, undefined, loginScenarios))
await stack.disposeAsync()
report()

async function againstServer(url: string, revision: Revision): Promise<Results> {
  return await askServer(url, ['--requirements', revision])
}

async function askServer(url: string, what: readonly string[]): Promise<Results> {
  return await runSuite(['server', '--url', url, ...what, '--timeout', '20000'])
}

async function through(revision: Revision): Promise<void> {
  const rowsIn = (results: Results) => rowsOf(results, direct.get(revision), required(revision, 'server'))
  const alone = (scenario: string) =>
    askServer(gateway.url, ['--scenario', scenario, '--spec-version', revision])
  const first = await againstServer(gateway.url, revision)
  const differ = note('gateway', revision, await settled('gateway', revision, { first, rowsIn, alone }))
  say(`  ${differ} of them end otherwise than directly`)
}

async function broker(revision: Revision): Promise<void> {
  const rowsIn = (results: Results) => rowsOf(results, 'passing', required(revision, 'client'))
  const alone = (scenario: string) => runOnOurBroker(revision, scenario)
  const first = await runOnOurBroker(revision)
  note('broker', revision, await settled('broker', revision, { first, rowsIn, alone }))
}

interface Trial {
  readonly first: Results
  readonly rowsIn: (results: Results) => Row[]
  /** Runs one scenario again. */
  readonly alone: (scenario: string) => Promise<Results>
}

/** The rows of a run after what ended otherwise was tried again. */
async function settled(
  run: string,
  revision: Revision,
  { first, rowsIn, alone }: Trial,
): Promise<readonly Row[]> {
  const results = new Map(first)
  for (let again = 0; again < tries; again += 1) {
    const doubtful = rowsIn(results).filter(
      (row) => row.differs.length > 0 && wrongIn({ run, revision }, [row], known).length > 0,
    )
    if (doubtful.length > mostDoubtful) break
    for (const { scenario } of doubtful) {
      for (const [name, checks] of await alone(scenario)) results.set(name, checks)
    }
  }
  return rowsIn(results)
}

/** @returns how many checks end otherwise than in the run beside */
function note(run: string, revision: string, rows: readonly Row[]): number {
  ran.push({ run, revision, rows, wrong: wrongIn({ run, revision }, rows, known) })
  const [checks, passed, failed] = totals(rows)
  say(`${revision} ${run}: ${rows.length} scenarios, ${checks} checks: ${passed} passed, ${failed} failed`)
  return rows.flatMap(({ differs }) => differs).length
}

function totals(rows: readonly Row[]): [number, number, number] {
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  return [sum(({ checks }) => checks), sum(({ passed }) => passed), sum(({ failed }) => failed)]
}

function say(line: string): void {
  if (!values.json) process.stdout.write(`${line}\n`)
}

function report(): void {
  const wrong = [...ran.flatMap((each) => each.wrong), ...unheld(known, ran)]
  if (values.json) process.stdout.write(`${JSON.stringify({ runs: ran, known, wrong }, null, 2)}\n`)
  for (const line of wrong) say(line)
  say(`${known.length} explained differences, ${wrong.length} wrong`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

async function database(disposables: AsyncDisposableStack): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'connectory-conformance-'))
  // PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o711)
  disposables.defer(() => rmSync(folder, { recursive: true, force: true }))
  const postgres = disposables.use(
    await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      say: () => {},
      elsewhere: join(folder, 'elsewhere'),
    }),
  )
  const opened = openDatabase({ connectionString: postgres.connectionString, poolSize: 2 })
  await migrate(opened.db).finally(() => opened.close())
  return postgres.connectionString
}
