import type { SubmissionId, Viewer } from '../directory/src/kernel/index.ts'
import type { Facts } from '../directory/src/submissions/index.ts'
import { BrowserPerson } from './browser-person.ts'
import { checked, password, type Product } from './product.ts'

/** Facts as a publisher gives them. `site` has the pages that they name. */
export function factsOf(serverUrl: string, site: string, change: Partial<Facts> = {}): Facts {
  return {
    serverUrl,
    auth: 'none',
    staticClient: false,
    addressFilter: false,
    name: 'Example',
    tagline: 'Finds examples of anything',
    descriptionMarkdown: 'Finds **examples** of anything.',
    categories: ['data'],
    publisherName: 'Example Ltd',
    publisherUrl: null,
    documentationUrl: null,
    privacyUrl: `${site}/privacy`,
    termsUrl: null,
    support: `${site}/support`,
    securityContact: 'security@third.example',
    useCases: null,
    testInstructions: null,
    ...change,
  }
}

/** The same as a filled-in form. */
export function formOf(facts: Facts): Record<string, string | readonly string[]> {
  const { descriptionMarkdown, categories, staticClient: _static, addressFilter: _filter, ...texts } = facts
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ''])),
    description: descriptionMarkdown,
    categories,
    acceptTerms: 'yes',
    publishOnApproval: 'yes',
  }
}

export interface Listed {
  readonly submission: SubmissionId
  readonly slug: string
}

export interface Listing {
  readonly publisher: Viewer
  readonly reviewer: Viewer
  /** For a server with a login: plays the publisher there. Takes its address, gives the one that it sends back to. */
  readonly signIn?: (to: URL) => Promise<URL>
}

/** Submits, waits for the check, waives what a reviewer may waive, approves. */
export async function listConnector(product: Product, people: Listing, facts: Facts): Promise<Listed> {
  const { app } = product
  const { id } = await app.submissions.submit(people.publisher, facts, { publishOnApproval: true })
  let { submission } = await checked(product, people.publisher, id)
  if (people.signIn !== undefined && submission.state.status === 'in-review') {
    const listing = await app.catalogue.byId(submission.listing)
    const begun = await app.connections.begin(people.publisher, listing?.slug ?? '')
    if (begun.kind !== 'continue') throw new Error(`Connecting the publisher ended as ${begun.kind}.`)
    await app.connections.callback(people.publisher, await people.signIn(begun.to))
    await app.submissions.requestCheck(people.publisher, id, { seen: submission.seen })
    submission = (await checked(product, people.publisher, id)).submission
  }
  const report = (await app.probe.report(id, submission.state.attempt))?.report
  if (submission.state.status !== 'in-review') {
    throw new Error(`${facts.name} became ${submission.state.status}: ${JSON.stringify(submission.state)}`)
  }
  const failing = (report?.findings ?? []).filter(
    ({ outcome, level }) => outcome === 'fail' && level === 'must',
  )
  const expires = new Date(app.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
  let { seen } = await app.review.claim(people.reviewer, id)
  for (const rule of new Set(failing.map((finding) => finding.rule))) {
    const waiver = { seen, rule, reason: 'A server of the tests, known to us.', expires }
    seen = (await app.review.waive(people.reviewer, id, waiver)).seen
  }
  const decided = await app.review.decide(people.reviewer, id, {
    seen,
    decision: 'approve',
    clauses: [],
    text: '',
    lookedAt: ['login', 'call'],
  })
  const listing = await app.catalogue.byId(decided.listing)
  if (listing === undefined) throw new Error('An approved submission has no listing.')
  return { submission: id, slug: listing.slug }
}

/** A browser in which this person has signed in with the real form. */
export async function signedIn(
  product: Pick<Product, 'url'>,
  viewer: Viewer,
  ca?: string,
): Promise<BrowserPerson> {
  const browser = new BrowserPerson(product.url, ca)
  const answer = await browser.post('/sign-in', { email: viewer.email, password })
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}: ${answer.text}`)
  return browser
}
