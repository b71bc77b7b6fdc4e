/**
 * A process that checks and decides, to be killed by a test: `node probe-worker.ts CONNECTION_STRING`. Says "working"
 * when it takes jobs.
 */
import { createOrganisations } from '../src/organisations/index.ts'
import { createReview, type Review } from '../src/review/index.ts'
import { submissionBed } from './submission-bed.ts'

const connectionString = process.argv[2]
if (connectionString === undefined) throw new Error('Name the database.')

const bed = await submissionBed({
  connectionString,
  decide: async (_bed, trx, outcome) => await review.decideAutomatically(trx, outcome),
})
const review: Review = createReview({ ...bed, organisations: createOrganisations(bed) })
await bed.probe.work()
process.stdout.write('working\n')
