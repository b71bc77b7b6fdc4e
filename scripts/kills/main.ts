// npm run kills -- --json: see CONTRIBUTING.
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../directory/src/kernel/index.ts'
import { freePort } from '../../test/free-port.ts'
import { dataFolder } from '../../test/product-process.ts'
import { startPublisherSite } from '../../test/third-party-server.ts'
import { echoTool, toolServer } from '../../test/tool-server.ts'
import { until } from '../../test/until.ts'
import { chanceFrom } from '../simulate/chance.ts'
import { startDoomed, type DoomedProduct } from './doomed-product.ts'
import { judge } from './judge.ts'
import { decideAll, signUp, submitAll, subscribe, type Acknowledged } from './people.ts'
import { startReceivers, type Moment } from '../../directory/test/notice-receivers.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    submissions: { type: 'string', default: '200' },
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
})
const size = {
  submissions: Number(values.submissions),
  kills: Number(values.kills),
  seed: Number(values.seed),
}
const say = (line: string): void => void process.stderr.write(`${line}\n`)
/** Leases of two minutes have to end, and jobs of killed workers to be given to others. */
const settlingMs = 15 * 60_000

const began = performance.now()
let product: DoomedProduct | undefined
const meet = (moment: Moment): void => product?.meet(moment)
await using postgresFolder = dataFolder()
await using folder = dataFolder()
await using postgres = await startEmbeddedPostgres({ dataDir: postgresFolder.path, say: () => {} })
await using receivers = await startReceivers(meet)
await using site = await startPublisherSite()
await using good = await toolServer()
await using bad = await toolServer()
const { annotations: _hints, ...unhinted } = echoTool
bad.tools = [unhinted]
good.onList = bad.onList = () => meet('tools are asked')

const port = String(await freePort())
const settings = {
  PORT: port,
  DATA_DIR: folder.path,
  DATABASE_URL: postgres.connectionString,
  ALLOW_LOOPBACK: 'yes',
  SMTP_URL: receivers.smtpUrl,
  MAIL_FROM: 'Connectory <notices@connectory.example>',
}
const acknowledged: Acknowledged = { submitted: [], decided: new Map(), lost: 0 }
const pool = new pg.Pool({ connectionString: postgres.connectionString, max: 2 })
product = await startDoomed({ settings, chance: chanceFrom(size.seed), most: size.kills })
try {
  const stage = { product, home: new URL(`http://127.0.0.1:${port}`), pool, acknowledged }
  const publisher = await signUp(stage, 'Paula')
  const reviewer = await signUp(stage, 'Rita')
  await pool.query(
    `insert into instance_role (person_id, role, granted_at)
     select id, 'reviewer', created_at from person where name = 'Rita'`,
  )
  await subscribe(publisher, receivers)
  say('Paula and Rita are there')
  product.condemn()
  const server = (n: number): string => `${n % 2 === 0 ? good.url : bad.url}/${n}`
  const count = size.submissions
  await Promise.all([
    submitAll(stage, { publisher, server, site: site.url, count }),
    decideAll(stage, reviewer, count),
  ])
  await product.spare()
  say('everything is decided; what is left of the notices is sent')
  await until(async () => (await left(pool)) === 0, settlingMs)
  const verdict = await judge(pool, acknowledged, receivers)
  const wrong = Object.values(verdict.wrong).flat().length
  const seconds = Math.round((performance.now() - began) / 1000)
  const { kills } = product
  const sum = { ok: wrong === 0, seconds, ...size, kills, answersLost: acknowledged.lost, ...verdict }
  process.stdout.write(
    values.json ? `${JSON.stringify(sum, null, 2)}\n` : `${wrong} wrong; -- --json says more\n`,
  )
  process.exitCode = wrong === 0 ? 0 : 1
} finally {
  await product.stop()
  await pool.end()
}

/** Notices that nobody has handed on, and deliveries that wait. */
async function left(db: pg.Pool): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select (select count(*) from notice where spread_at is null)::int
       + (select count(*) from notice_delivery where state = 'waiting')::int as n`,
  )
  return rows[0]?.n ?? 0
}
