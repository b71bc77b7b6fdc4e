import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const program =
  'console.log(JSON.stringify({ threads: process.env.UV_THREADPOOL_SIZE, flags: process.execArgv }))'
const launcher = `
  import { runOnProjectNode } from '${join(import.meta.dirname, '../scripts/run.mjs')}'
  runOnProjectNode(['-e', ${JSON.stringify(program)}])`

/** What a program gets from the launchers, in an environment like ours but for this. */
async function given(change: { readonly UV_THREADPOOL_SIZE?: string } = {}) {
  const { UV_THREADPOOL_SIZE: _own, ...env } = process.env
  const options = { env: { ...env, ...change } }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', launcher],
    options,
  )
  return JSON.parse(stdout) as { readonly threads: string; readonly flags: readonly string[] }
}

test('names whose name servers are silent do not hold up others: a program gets threads for many, or as many as its operator says', async () => {
  assert.equal((await given()).threads, '64')
  assert.equal((await given({ UV_THREADPOOL_SIZE: '7' })).threads, '7')
})

test('a program keeps what was compiled for it while nobody calls: it does not collect for being idle', async () => {
  assert.ok((await given()).flags.includes('--no-memory-reducer'))
})

test('a program is not slower for having had 64 calls at a time: what is under way is not taken for what stays', async () => {
  assert.ok((await given()).flags.includes('--no-allocation-site-pretenuring'))
})
