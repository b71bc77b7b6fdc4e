import { DomainPart } from '../../proofs/index.ts'
import { AccountPart, type WordsForm } from '../../test-accounts/index.ts'
import type { StepName } from '../steps.ts'
import { ContactPart } from './contact-part.tsx'
import { SeenPart, seenSteps } from './seen-part.tsx'
import type { Shown } from './shown.ts'
import { draftPath } from './steps-nav.tsx'

/** What stands under the questions of a page: what is asked in a form of its own, and what the server showed. */
export function Below({
  shown,
  step,
  account,
}: {
  readonly shown: Shown
  readonly step: StepName
  /** The form of a test account that was refused. */
  readonly account: WordsForm | undefined
}) {
  const path = draftPath(shown.draft)
  const needed = shown.issues.some(({ field }) => field === 'testAccount')
  return (
    <>
      {seenSteps.includes(step) ? <SeenPart shown={shown} step={step} /> : null}
      {step === 'server' && shown.domain !== undefined ? (
        <DomainPart {...shown.domain} action={`${path}/domain-proof`} />
      ) : null}
      {step === 'publisher' ? <ContactPart contact={shown.contact} /> : null}
      {step === 'test' ? (
        <AccountPart view={shown.account} action={`${path}/test-account`} needed={needed} sent={account} />
      ) : null}
    </>
  )
}
