import type { Child } from 'hono/jsx'
import type { FactsForm } from '../../submissions/index.ts'
import {
  Actions,
  Breadcrumbs,
  Button,
  Callout,
  Details,
  ErrorSummary,
  FormToken,
  href,
  Page,
  PageHeader,
  paths,
  Stack,
  Time,
  usePageRequest,
  WithAside,
} from '../../web/index.ts'
import { formOf } from '../model.ts'
import type { Issue } from '../issues.ts'
import { before, fieldsOf, isRare, stepNames, type FieldName, type StepName } from '../steps.ts'
import { Question } from './question.tsx'
import { signInFor } from './sign-in-first.tsx'
import { issueText, labelOf, textOf, titleOf, type Shown } from './shown.ts'
import { StepsNav, stepPath } from './steps-nav.tsx'

export interface StepProps {
  readonly shown: Shown
  readonly step: StepName
  /** What was typed, where it is not what the draft holds. */
  readonly typed?: FactsForm | undefined
  /** Fields that somebody else changed since the page was made. */
  readonly conflict?: readonly FieldName[] | undefined
  /** Sentences for fields that were not kept. */
  readonly errors?: Readonly<Record<string, string>> | undefined
  /** Whether questions without an answer are marked; true for who comes from the list of what is open. */
  readonly strict?: boolean
  /** What stands under the questions: what the server showed, or what is asked in a form of its own. */
  readonly below?: Child
}

/** One page of a draft: its questions, and beside them all pages with what is open. */
export function StepPage(props: StepProps) {
  const { shown, step, conflict } = props
  const { draft, issues } = shown
  const { t } = usePageRequest()
  const title = t(`drafts.step.${step}`)
  const position = { number: stepNames.indexOf(step) + 1, of: stepNames.length }
  return (
    <DraftFrame shown={shown} title={title}>
      <PageHeader
        eyebrow={t('drafts.position', position)}
        title={title}
        lead={t(`drafts.step.${step}.lead`)}
      />
      <WithAside aside={<StepsNav draft={draft} issues={issues} current={step} />}>
        <Stack gap="wide">
          {conflict === undefined ? null : <ConflictNote {...props} conflict={conflict} />}
          <StepForm {...props} />
          {props.below}
        </Stack>
      </WithAside>
    </DraftFrame>
  )
}

export function DraftFrame({
  shown,
  title,
  children,
}: {
  readonly shown: Pick<Shown, 'draft'>
  readonly title: string
  readonly children?: Child
}) {
  const { t, language } = usePageRequest()
  const name = titleOf(shown.draft, t)
  return (
    <Page
      title={`${title} – ${name}`}
      before={
        <Breadcrumbs
          items={[
            { label: t('submissions.mine.title'), href: href(language, paths.submissions) },
            { label: t('drafts.of', { name }), href: href(language, paths.submit) },
          ]}
        />
      }
    >
      {children}
    </Page>
  )
}

function StepForm({ shown, step, typed, errors, strict }: StepProps) {
  const { draft } = shown
  const { t, language } = usePageRequest()
  const values = typed ?? formOf(draft.fields)
  const open = openTexts(shown, step, strict === true, t)
  const wrong = { ...open.must, ...errors }
  const plain = fieldsOf(step).filter((field) => !isRare(field))
  const folded = fieldsOf(step).filter((field) => isRare(field))
  const question = (field: FieldName) => (
    <Question
      field={field}
      values={values}
      error={wrong[field]}
      advice={open.should[field]}
      entry={draft.fields[field]}
      required={shown.isNeeded(field)}
    />
  )
  return (
    <auto-save after="1500">
      <form method="post" action={href(language, stepPath(draft, step))} novalidate>
        <FormToken />
        <input type="hidden" name="revision" value={draft.revision} autocomplete="off" />
        <Stack>
          {errors === undefined ? null : <ErrorSummary errors={errors} />}
          {plain.map(question)}
          {folded.length === 0 ? null : (
            <Details
              summary={t('drafts.folded')}
              open={folded.some((field) => textOf(values, field) !== '' || shown.isNeeded(field))}
            >
              <Stack>{folded.map(question)}</Stack>
            </Details>
          )}
          <SaveState shown={shown} />
          <Actions>
            <Button name="go" value="next">
              {t('drafts.next')}
            </Button>
            <Button name="go" value="save" kind="secondary">
              {t('drafts.save')}
            </Button>
            {before(step) === undefined ? null : (
              <Button name="go" value="back" kind="quiet">
                {t('drafts.back')}
              </Button>
            )}
          </Actions>
        </Stack>
      </form>
    </auto-save>
  )
}

/** What is wrong with what was typed, and what is advised; of what is still empty only for who asked for it. */
function openTexts(
  { issues, draft }: Shown,
  step: StepName,
  strict: boolean,
  t: Parameters<typeof issueText>[2],
) {
  const form = formOf(draft.fields)
  const shown = issues.filter((issue) => issue.step === step && (strict || textOf(form, issue.field) !== ''))
  const texts = (level: Issue['level']) => {
    const open = shown.filter((issue) => issue.level === level).toReversed()
    return Object.fromEntries(open.map((issue) => [issue.field, issueText(issue, form, t)]))
  }
  return { must: texts('must'), should: texts('should') }
}

/** When it was saved last; renewed by the autosave. */
export function SaveState({ shown: { draft } }: { readonly shown: Pick<Shown, 'draft'> }) {
  const { t } = usePageRequest()
  return (
    <p class="muted small" role="status" data-part="state">
      {t('drafts.saved-at')} <Time at={draft.updatedAt} />
    </p>
  )
}

/** In its place: why it was not saved. */
export function NotSaved({ children }: { readonly children?: Child }) {
  return (
    <p class="field-error" role="status" data-part="state">
      {children}
    </p>
  )
}

/** The sign-in opens beside the page, which keeps what was typed and saves it when the person comes back. */
export function SignedOut() {
  const { t, language, path } = usePageRequest()
  return (
    <NotSaved>
      {t('drafts.signed-out')}{' '}
      <a href={href(language, signInFor(language, path))} target="_blank">
        {t('shell.sign-in')}
      </a>
    </NotSaved>
  )
}

/** Two windows, two answers: both are shown, and the person chooses. */
function ConflictNote({
  shown: { draft },
  step,
  conflict,
}: StepProps & { readonly conflict: readonly FieldName[] }) {
  const { t, language } = usePageRequest()
  const theirs = formOf(draft.fields)
  return (
    <Callout kind="warn" title={t('drafts.conflict.title')}>
      <p>{t('drafts.conflict.text')}</p>
      <ul>
        {conflict.map((field) => (
          <li>
            <strong>{labelOf(field, t)}</strong>: {textOf(theirs, field) || t('drafts.conflict.empty')}
          </li>
        ))}
      </ul>
      <p>
        <a href={href(language, stepPath(draft, step))}>{t('drafts.conflict.theirs')}</a>
      </p>
    </Callout>
  )
}
