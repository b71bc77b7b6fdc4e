/**
 * A process that checks and decides, to be killed by a test: `node probe-worker.ts CONNECTION_STRING`. Says "working"
 * when it takes jobs.
 */
import { submissionBed } from './submission-bed.ts'

const connectionString = process.argv[2]
if (connectionString === undefined) throw new Error('Name the database.')

const bed = await submissionBed({
  connectionString,
  async decide({ submissions }, trx, { submission: id, attempt, id: report }) {
    const submission = await submissions.load(trx, id)
    await submissions.record(trx, submission, {
      event: { name: 'rejected-automatically', attempt, report, clauses: ['TOOL-01'] },
      actor: { kind: 'system', name: 'review' },
      reason: 'A tool declares no hint.',
    })
  },
})
await bed.probe.work()
process.stdout.write('working\n')
