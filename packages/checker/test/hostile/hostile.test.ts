import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { bundledCommand } from '../../../../test/bundled-command.ts'
import { serve } from '../servers.ts'
import { checkAsChild } from './check-as-child.ts'
import { hostiles } from './servers.ts'

const MOST_MIB = 300
/** Starting the process, judging, and a busy machine. */
const slackSeconds = 30

describe(
  'a hostile server ends the check in time, in little memory, with its name',
  { concurrency: 2 },
  () => {
    for (const hostile of hostiles) {
      const { title, limit, says } = hostile
      void test(title, async () => {
        await using server = await serve(hostile.serve(), hostile.path)
        const { code, report, peakMiB, seconds } = await checkAsChild(
          join(await bundledCommand(), 'dist', 'main.js'),
          server.url,
          `--time-limit=${limit}`,
        )
        const [rule, words] = says
        const own = report.findings.filter((finding) => finding.rule === rule)
        assert.ok(
          own.some(({ outcome, message }) => outcome !== 'pass' && words.test(message)),
          `${rule} says nothing of it: ${JSON.stringify(own.map(({ outcome, message }) => `${outcome} ${message}`))}`,
        )
        assert.ok(code === 1 || code === 3, `exit code ${code}, verdict ${report.verdict}`)
        assert.ok(peakMiB < MOST_MIB, `${Math.round(peakMiB)} MiB`)
        assert.ok(seconds < limit + slackSeconds, `${seconds} s`)
        if (process.env['HOSTILE_FIGURES'])
          console.log(`${title}: ${Math.round(peakMiB)} MiB, ${seconds.toFixed(1)} s`)
      })
    }
  },
)
