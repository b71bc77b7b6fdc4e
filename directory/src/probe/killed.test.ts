import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { until } from '../../../test/until.ts'
import { testDatabase } from '../../test/database.ts'
import { rawMcp } from '../../test/raw-mcp.ts'
import { factsOf, listening, somebody, submissionBed } from '../../test/submission-bed.ts'

const root = join(import.meta.dirname, '../../..')
const restartPatienceMs = 20_000

async function startWorker(connectionString: string) {
  const flags = ['-C', 'connectory-source', '--import', './scripts/tsx.mjs', 'directory/test/probe-worker.ts']
  const child = spawn(process.execPath, [...flags, connectionString], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

test('kill -9 in the middle of a check: after a restart there is one report and one decision within 20 s', async () => {
  await using database = await testDatabase()
  const { connectionString } = database
  await using bed = await submissionBed({ connectionString })
  let asked = 0
  // Slow until the kill, so that it comes in the middle; what is measured afterwards is ours.
  let delayMs = 400
  const slow = rawMcp({
    tools: [{ name: 'silent' }],
    delayMs: () => delayMs,
    onRequest: () => (asked += 1),
  })
  await using server = await listening(slow)
  const ada = somebody(bed.ids)
  const { id } = await bed.submissions.submit(ada, factsOf({ serverUrl: server.url }), {
    publishOnApproval: true,
  })

  const first = await startWorker(connectionString)
  await until(() => asked >= 2)
  await first.kill()
  assert.deepEqual(await counts(), { reports: 0, checked: 0, decisions: 0 })
  assert.equal((await bed.submissions.view(ada, id)).submission.state.status, 'checking')

  delayMs = 0
  const killedAt = asked
  const restarted = Date.now()
  const second = await startWorker(connectionString)
  try {
    await until(async () => (await counts()).decisions > 0, restartPatienceMs)
    assert.ok(Date.now() - restarted < restartPatienceMs)
    assert.ok(asked > killedAt, 'the server is asked again')
    // The killed job also comes back once its heartbeat is missed; it must find nothing left to do.
    await until(async () => (await bed.jobs.left('probe')) === 0, 30_000)
    assert.deepEqual(await counts(), { reports: 1, checked: 1, decisions: 1 })
    assert.equal((await bed.submissions.view(ada, id)).submission.state.status, 'rejected')
  } finally {
    await second.kill()
  }

  async function counts() {
    const { rows } = await database.pool.query(
      `select (select count(*)::int from report where submission_id = $1 and attempt = 1) as reports,
        (select count(*)::int from event where stream = $2 and kind = 'checked') as checked,
        (select count(*)::int from event where stream = $2 and kind = 'rejected-automatically') as decisions`,
      [id, `submission:${id}`],
    )
    return rows[0] as { reports: number; checked: number; decisions: number }
  }
})
