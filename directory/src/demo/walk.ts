import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '../app.ts'
import type { SubmissionId, Viewer } from '../kernel/index.ts'
import type { Facts, SubmissionView } from '../submissions/index.ts'
import { allowAtDemoNotes } from './scripted-browser.ts'

interface Walk {
  readonly publisher: Viewer
  readonly reviewer: Viewer
  readonly facts: { readonly clock: Facts; readonly notes: Facts; readonly sloppy: Facts }
}

/** Takes each server the way that any server takes. Does nothing for what an earlier start has submitted. */
export async function walk(app: App, { publisher, reviewer, facts }: Walk): Promise<void> {
  const known = new Set((await app.submissions.mine(publisher)).map(({ name }) => name))
  const wanted = Object.values(facts).filter(({ name }) => !known.has(name))
  const submitted: SubmissionView[] = []
  for (const fact of wanted) {
    const { id } = await app.submissions.submit(publisher, fact, { publishOnApproval: true })
    submitted.push(await checked(app, publisher, id))
  }
  for (const view of submitted) {
    if (view.submission.state.status !== 'in-review') continue
    const seen = view.revision.facts.auth === 'oauth' ? await checkSignedIn(app, publisher, view) : view
    await app.review.claim(reviewer, seen.submission.id)
    await app.review.decide(reviewer, seen.submission.id, {
      seen: seen.submission.seen,
      decision: 'approve',
      clauses: [],
      text: 'Part of the demo.',
      lookedAt: ['login', 'call'],
    })
  }
}

/** The tools of a server with a login can be judged only signed in: connect the publisher's account and check again. */
async function checkSignedIn(app: App, publisher: Viewer, view: SubmissionView): Promise<SubmissionView> {
  const listing = await app.catalogue.byId(view.submission.listing)
  if (listing === undefined) throw new Error('A submission of the demo has no listing.')
  const outcome = await app.connections.begin(publisher, listing.slug)
  if (outcome.kind === 'failed')
    throw new Error(`The demo notes could not be connected: ${outcome.failure.code}.`)
  if (outcome.kind === 'continue') {
    const returned = await allowAtDemoNotes(outcome.to, '/connections/callback')
    const connected = await app.connections.callback(publisher, returned)
    if (connected.kind !== 'connected') throw new Error(`The demo notes' sign-in ended as ${connected.kind}.`)
  }
  const { id, seen } = view.submission
  await app.submissions.requestCheck(publisher, id, { seen })
  return await checked(app, publisher, id)
}

const patienceMs = 60_000

async function checked(app: App, viewer: Viewer, id: SubmissionId): Promise<SubmissionView> {
  const deadline = app.clock.now().getTime() + patienceMs
  while (app.clock.now().getTime() < deadline) {
    const view = await app.submissions.view(viewer, id)
    if (view.submission.state.status !== 'checking') return view
    await pause(100)
  }
  throw new Error('The check of a demo server did not end within a minute.')
}
