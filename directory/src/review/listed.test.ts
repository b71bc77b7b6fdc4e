import assert from 'node:assert/strict'
import { Problem, type SubmissionId } from '../kernel/index.ts'
import { goodTool, reviewBed } from './bed.test.ts'
import { loadConsole } from './load-console.ts'

/** A review with connectors that are listed already; it has no tests of its own. */
export async function listedBed() {
  const bench = await reviewBed()
  const { bed, review, publisher, reviewer, submitted } = bench
  const ports = { organisations: { isMember: async () => false } }

  async function seenOf(id: SubmissionId): Promise<number> {
    return (await bed.submissions.load(bed.db, id)).seen
  }

  /** A listed connector whose server's tools the test can change; `next` submits a new version and checks it. */
  async function listed(name: string) {
    const tools: unknown[] = [goodTool]
    const first = await submitted(tools, { name })
    const { listing } = await bed.submissions.load(bed.db, first)
    const { facts } = await bed.submissions.revision(bed.db, first)
    let newest = first
    const shown = async () => {
      const found = await bed.catalogue.byId(listing)
      const version = await bed.catalogue.shownVersion(listing)
      return [found?.state, found?.slug, version?.version, version?.name, version?.tagline]
    }
    const publish = async (id: SubmissionId, lookedAt: readonly 'call'[]) => {
      await review.claim(reviewer, id)
      const form = { decision: 'approve', clauses: [], text: '', lookedAt } as const
      const { state } = await review.decide(reviewer, id, { ...form, seen: await seenOf(id) })
      if (state.status === 'published') newest = id
      return state.status
    }
    await publish(first, ['call'])
    return {
      tools,
      listing,
      publish,
      shown,
      async next(change: Partial<typeof facts>) {
        const more = { seen: await seenOf(newest), publishOnApproval: true }
        const { id } = await bed.submissions.update(publisher, newest, {
          ...more,
          facts: { ...facts, ...change },
        })
        await bed.probe.run({ submission: id, attempt: 1 })
        const view = await loadConsole({ ...bed, ...ports }, reviewer, id)
        if (view.submission.state.status === 'published') newest = id
        return { id, status: view.submission.state.status, extent: view.update?.extent, view }
      },
    }
  }

  return { ...bench, seenOf, listed }
}

export async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw error
  return error.code
}
