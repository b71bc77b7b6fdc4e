import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** Says who it is, and ends in an orderly way with a code of its own. */
const program = `
  process.on('SIGTERM', () => { console.log('orderly'); process.exit(3) })
  console.log('pid', process.pid)
  setInterval(() => {}, 1000)`

const launcher = `
  import { runOnProjectNode } from '${join(root, 'scripts/run.mjs')}'
  runOnProjectNode(['-e', ${JSON.stringify(program)}])`

/** What `launch` started, once it says so. */
async function started(
  child: ChildProcess,
): Promise<{ readonly pid: number; readonly said: () => string; readonly closed: Promise<number | null> }> {
  let said = ''
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const pid = await new Promise<number>((resolve) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /^pid (\d+)$/m.exec(said)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
  })
  return { pid, said: () => said, closed }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} to a launcher ends the program in an orderly way, and its code is handed on`, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', launcher], { stdio: 'pipe' })
    const { said, closed } = await started(child)
    child.kill(signal)
    assert.equal(await closed, 3)
    assert.match(said(), /orderly/)
  })
}

test('SIGTERM to npm reaches the program, although the shell between them dies of it', async () => {
  const command = `"${process.execPath}" --input-type=module -e '${launcher.replaceAll("'", `'\\''`)}'; exit $?`
  const child = spawn('sh', ['-c', command], {
    stdio: 'pipe',
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  const { said, closed } = await started(child)
  child.kill('SIGTERM')
  // Closed means that nobody writes to its output any more: the program too has ended.
  await closed
  assert.match(said(), /orderly/)
})
