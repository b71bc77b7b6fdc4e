import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './kernel/index.ts'
import { startSchedule } from './schedule.ts'

test('the start waits for the first run of each task, but for those that may take long', async () => {
  const done: string[] = []
  const endless = Promise.withResolvers<void>()
  const everyMs = 3_600_000
  const schedule = await startSchedule({ log: createLog('silent') }, [
    { name: 'one', everyMs, run: async () => void done.push('one') },
    { name: 'long', everyMs, long: true, run: () => endless.promise },
    { name: 'broken', everyMs, run: () => Promise.reject(new Error('broken')) },
    { name: 'two', everyMs, run: async () => void done.push('two') },
  ])
  assert.deepEqual(done, ['one', 'two'])
  schedule.stop()
})
