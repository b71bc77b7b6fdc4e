import type { Child } from 'hono/jsx'
import type { Alike } from '../../catalogue/index.ts'
import {
  Actions,
  Button,
  Callout,
  Details,
  FormToken,
  href,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  usePageRequest,
  WithAside,
} from '../../web/index.ts'
import type { Issue } from '../issues.ts'
import { formOf } from '../model.ts'
import { stepNames } from '../steps.ts'
import { AlikeNote } from './alike-note.tsx'
import { issueText, type Shown } from './shown.ts'
import { draftPath, stepPath, StepsNav } from './steps-nav.tsx'
import { DraftFrame } from './step-page.tsx'

/** The last page: what is open, and the button that submits. */
export function ReviewPage({
  shown,
  fault,
  alike,
}: {
  readonly shown: Shown
  readonly fault?: Child
  readonly alike: readonly Alike[]
}) {
  const { t, language } = usePageRequest()
  const { draft, issues } = shown
  const title = t('drafts.step.review')
  const open = issues.filter(({ level }) => level === 'must')
  const hints = issues.filter(({ level }) => level === 'should')
  const position = { number: stepNames.length, of: stepNames.length }
  return (
    <DraftFrame shown={shown} title={title}>
      <PageHeader
        eyebrow={t('drafts.position', position)}
        title={title}
        lead={t('drafts.step.review.lead')}
        actions={
          <LinkButton href={href(language, stepPath(draft, 'preview'))} kind="secondary">
            {t('drafts.preview')}
          </LinkButton>
        }
      />
      <WithAside aside={<StepsNav draft={draft} issues={issues} current="review" />}>
        <Stack gap="wide">
          {fault}
          <AlikeNote alike={alike} />
          {open.length === 0 ? null : (
            <Section title={t('drafts.review.open', { count: open.length })}>
              <IssueList issues={open} shown={shown} />
            </Section>
          )}
          {hints.length === 0 ? null : (
            <Section
              title={t('drafts.review.hints', { count: hints.length })}
              lead={t('drafts.review.hints.lead')}
            >
              <IssueList issues={hints} shown={shown} />
            </Section>
          )}
          {open.length > 0 ? null : (
            <Callout kind="good" title={t('drafts.review.ready')}>
              <form method="post" action={`${href(language, draftPath(draft))}/send`}>
                <FormToken />
                <input type="hidden" name="revision" value={draft.revision} autocomplete="off" />
                <Actions>
                  <Button>{t('submissions.submit.send')}</Button>
                </Actions>
              </form>
            </Callout>
          )}
          <Discard shown={shown} />
        </Stack>
      </WithAside>
    </DraftFrame>
  )
}

/** Each leads to its question. */
function IssueList({ issues, shown }: { readonly issues: readonly Issue[]; readonly shown: Shown }) {
  const { t, language } = usePageRequest()
  const form = formOf(shown.draft.fields)
  return (
    <ul class="prose">
      {issues.map((issue) => (
        <li>
          <a href={`${href(language, stepPath(shown.draft, issue.step))}?open=yes#field-${issue.field}`}>
            {issueText(issue, form, t)}
          </a>{' '}
          <span class="muted">{t(`drafts.step.${issue.step}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Discard({ shown: { draft } }: { readonly shown: Shown }) {
  const { t, language } = usePageRequest()
  return (
    <Details summary={t('drafts.discard')}>
      <form method="post" action={`${href(language, draftPath(draft))}/discard`}>
        <FormToken />
        <p>{t('drafts.discard.text')}</p>
        <Button kind="danger" small>
          {t('drafts.discard.yes')}
        </Button>
      </form>
    </Details>
  )
}
