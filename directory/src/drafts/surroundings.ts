import type { Report } from '@connectory/checker'
import { publisherOrder, type DomainProof, type ProofOrder } from '../proofs/index.ts'
import type { AccountView } from '../test-accounts/index.ts'
import type { DraftsDependencies } from './drafts.ts'
import { seenIn } from './found.ts'
import type { Seen, Surroundings } from './issues.ts'
import { checkOf, lookable } from './look.ts'
import type { Draft } from './model.ts'

/** The report of the last look, and what of it the issues are judged against. */
async function seenBy(
  { probe }: Pick<DraftsDependencies, 'probe'>,
  draft: Draft,
): Promise<{ readonly report: Report | undefined; readonly seen: Seen | undefined }> {
  if (draft.looks === 0) return { report: undefined, seen: undefined }
  const { submission, attempt } = checkOf(draft)
  const report = (await probe.report(submission, attempt))?.report
  return { report, seen: report && seenIn(report) }
}

/** What its organisation puts on the site of the server, and whether it was found there. */
export interface Domain {
  readonly order: ProofOrder
  readonly proof: DomainProof | undefined
}

async function domainOf(
  { proofs }: Pick<DraftsDependencies, 'proofs'>,
  { organisation }: Draft,
  url: string,
): Promise<Domain> {
  const proof = await proofs.domainProof(organisation, url)
  return { order: publisherOrder(organisation, url), proof }
}

/** What the issues of a draft are judged against, read now, and the report of the last look. */
export async function surroundings(
  deps: Pick<DraftsDependencies, 'probe' | 'testAccounts' | 'proofs' | 'notices' | 'db' | 'clock' | 'config'>,
  draft: Draft,
): Promise<{
  readonly report: Report | undefined
  readonly account: AccountView
  readonly domain: Domain | undefined
  readonly around: Surroundings
}> {
  const { report, seen } = await seenBy(deps, draft)
  const account = await deps.testAccounts.view(deps.db, { draft: draft.id })
  const url = lookable(deps, draft)
  const domain = url === undefined ? undefined : await domainOf(deps, draft, url)
  return {
    report,
    account,
    domain,
    around: {
      allowLoopback: deps.config.allowLoopback,
      now: deps.clock.now(),
      seen,
      contact: await deps.notices.contact(draft.createdBy),
      hasDomain: domain === undefined ? null : domain.proof !== undefined,
      hasAccount: account.account !== undefined && account.account.end === null,
    },
  }
}
