import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { rawMcp } from '../../test/raw-mcp.ts'
import { factsOf, listening, somebody, submissionBed, type SubmissionBed } from '../../test/submission-bed.ts'
import { systemClock, type SubmissionId, type Viewer } from '../kernel/index.ts'
import { createReview } from './create-review.ts'
import type { Review } from './review.ts'

/** The modules up to the review, joined as app.ts joins them; it has no tests of its own. */
export interface ReviewBed extends AsyncDisposable {
  readonly bed: SubmissionBed
  readonly database: TestDatabase
  readonly review: Review
  readonly publisher: Viewer
  readonly reviewer: Viewer
  /** Does something when so much time has passed. */
  readonly later: <T>(ms: number, work: () => Promise<T>) => Promise<T>
  /** Submits a server with these tools and waits for its report. */
  readonly submitted: (
    tools: readonly unknown[],
    options?: { publishOnApproval?: boolean; name?: string },
  ) => Promise<SubmissionId>
}

export async function reviewBed(): Promise<ReviewBed> {
  const database = await testDatabase()
  let ahead = 0
  const bed = await submissionBed({
    clock: { now: () => new Date(systemClock.now().getTime() + ahead) },
    connectionString: database.connectionString,
    decide: async (_bed, trx, outcome) => void (await review.decideAutomatically(trx, outcome)),
  })
  const publisher = somebody(bed.ids)
  const reviewer = somebody(bed.ids, 'reviewer')
  const review = createReview({
    ...bed,
    organisations: {
      isMember: async (_db, organisation, person) =>
        organisation === publisher.organisation && person === publisher.person,
    },
  })
  const servers = new AsyncDisposableStack()
  return {
    bed,
    database,
    review,
    publisher,
    reviewer,
    async later(ms, work) {
      ahead += ms
      try {
        return await work()
      } finally {
        ahead -= ms
      }
    },
    async submitted(tools, { publishOnApproval = true, name = 'Example' } = {}) {
      const server = servers.use(await listening(rawMcp({ tools })))
      const facts = factsOf({ serverUrl: server.url, name, securityContact: 'security@publisher.example' })
      const { id } = await bed.submissions.submit(publisher, facts, { publishOnApproval })
      await bed.probe.run({ submission: id, attempt: 1 })
      return id
    },
    async [Symbol.asyncDispose]() {
      await servers.disposeAsync()
      await bed[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}

export const goodTool = {
  name: 'find_examples',
  description: 'Finds examples of anything that was ever made.',
  inputSchema: { type: 'object', properties: { query: { type: 'string', description: 'What to find' } } },
  annotations: { title: 'Find examples', readOnlyHint: true },
}

/** A title is a must that may be waived. */
export const untitledTool = { ...goodTool, name: 'list_examples', annotations: { readOnlyHint: true } }

export const silentTool = { ...goodTool, name: 'delete_examples', annotations: {} }
