import type { Child } from 'hono/jsx'
import type { Report } from '@connectory/checker'
import type { ContactState } from '../../notices/index.ts'
import { DomainFact, type DomainProof } from '../../proofs/index.ts'
import {
  acceptedProof,
  type PastEvent,
  type Proof,
  type Revision,
  type Submission,
} from '../../submissions/index.ts'
import { DefinitionList, Time, usePageRequest } from '../../web/index.ts'

/** What the publisher said, beside what the check saw. */
export function Facts({
  submission,
  revision,
  report,
  past,
  domain,
  contact,
}: {
  readonly submission: Submission
  readonly revision: Revision
  readonly report: Report | undefined
  readonly past: readonly PastEvent[]
  readonly domain: DomainProof | undefined
  readonly contact: ContactState
}) {
  const { t } = usePageRequest()
  const { facts, number } = revision
  const seen =
    report === undefined
      ? ''
      : ` · ${t('review.fact.seen-auth', { auth: t(`catalogue.auth.${report.server.authType}`) })}`
  const publishing = submission.publishOnApproval ? 'review.fact.publishing.yes' : 'review.fact.publishing.no'
  return (
    <DefinitionList
      items={[
        { term: t('review.fact.server'), value: <code>{facts.serverUrl}</code> },
        { term: t('proofs.domain'), value: <DomainFact proof={domain} /> },
        { term: t('review.fact.auth'), value: `${t(`catalogue.auth.${facts.auth}`)}${seen}` },
        { term: t('review.fact.protocol'), value: protocolOf(report) },
        {
          term: t('review.fact.publisher'),
          value: <Given text={facts.publisherName} more={facts.publisherUrl} />,
        },
        { term: t('review.fact.contact'), value: t(`review.fact.contact.${contact}`) },
        { term: t('review.fact.description'), value: <Words text={facts.descriptionMarkdown} /> },
        {
          term: t('review.fact.categories'),
          value: facts.categories.map((category) => t(`catalogue.category.${category}`)).join(', '),
        },
        { term: t('proofs.proof.fact'), value: <OwnRun proof={acceptedProof({ past, revision })} /> },
        { term: t('review.fact.use-cases'), value: <Words text={facts.useCases} /> },
        { term: t('review.fact.test'), value: <Words text={facts.testInstructions} /> },
        { term: t('review.fact.documentation'), value: <Given text={facts.documentationUrl} /> },
        { term: t('review.fact.privacy'), value: <Given text={facts.privacyUrl} /> },
        { term: t('review.fact.support'), value: <Given text={facts.support} /> },
        { term: t('review.fact.security'), value: <Given text={facts.securityContact} /> },
        { term: t('review.fact.publishing'), value: t(publishing) },
        { term: t('review.fact.revision'), value: String(number) },
      ]}
    />
  )
}

function protocolOf(report: Report | undefined): Child {
  if (report === undefined) return '–'
  const { era, protocolVersion, serverInfo } = report.server
  const self = serverInfo === null ? null : `${serverInfo.name} ${serverInfo.version}`
  return [era, protocolVersion, self].filter((part) => part !== null).join(' · ')
}

/** What the publisher's own signed report says; the same words as the check's verdict. */
function OwnRun({ proof }: { readonly proof: Proof | undefined }) {
  const { t } = usePageRequest()
  if (proof === undefined) return <span class="muted">{t('proofs.proof.fact.none')}</span>
  const { verdict, tools: count, key } = proof
  return (
    <>
      {t('proofs.proof.fact.some', { count, verdict, key: key.slice(0, 16) })} ·{' '}
      <Time at={new Date(proof.startedAt)} />
    </>
  )
}

/** An address is a link that names nobody: the reviewer decides whether to follow it. */
function Given({ text, more = null }: { readonly text: string | null; readonly more?: string | null }) {
  const { t } = usePageRequest()
  if (text === null) return <span class="muted">{t('review.fact.none')}</span>
  return (
    <>
      <Address text={text} />
      {more === null ? null : (
        <>
          {' · '}
          <Address text={more} />
        </>
      )}
    </>
  )
}

function Address({ text }: { readonly text: string }) {
  if (!/^https?:\/\//.test(text)) return <>{text}</>
  return (
    <a href={text} rel="nofollow noopener noreferrer">
      {text}
    </a>
  )
}

/** Markdown is shown as it was written: a reviewer sees what is there, also what rendering would hide. */
function Words({ text }: { readonly text: string | null }) {
  const { t } = usePageRequest()
  if (text === null) return <span class="muted">{t('review.fact.none')}</span>
  return (
    <>
      {text.split('\n').map((line) => (
        <>
          {line}
          <br />
        </>
      ))}
    </>
  )
}
