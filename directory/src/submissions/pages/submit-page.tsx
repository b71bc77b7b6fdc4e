import type { Child } from 'hono/jsx'
import {
  Breadcrumbs,
  Callout,
  CodeBlock,
  href,
  Page,
  PageHeader,
  paths,
  Sentence,
  usePageRequest,
  WithAside,
} from '../../web/index.ts'
import type { SubmissionId } from '../../kernel/index.ts'
import { AsideCard } from './aside-card.tsx'
import type { SubmissionState } from '../model.ts'
import { SubmissionForm, valueOf, type FormState } from './form.tsx'
import { ObjectionNote } from './status-note.tsx'

/** The form of a new submission. `duplicate` is the viewer's own submission of the same address. */
export function SubmitPage({
  duplicate,
  mayWait,
  ...state
}: FormState & { readonly mayWait: boolean; readonly duplicate?: SubmissionId | undefined }) {
  const { t, language } = usePageRequest()
  return (
    <Page title={t('submissions.submit.title')} description={t('submissions.submit.lead')}>
      <PageHeader title={t('submissions.submit.title')} lead={t('submissions.submit.lead')} />
      <WithAside aside={<NextSteps address={valueOf(state.values, 'serverUrl')} />}>
        {duplicate === undefined ? null : <DuplicateNote id={duplicate} />}
        <SubmissionForm
          {...state}
          mayWait={mayWait}
          send={t('submissions.submit.send')}
          action={href(language, paths.submit)}
        />
      </WithAside>
    </Page>
  )
}

interface ChangeProps extends FormState {
  readonly id: SubmissionId
  readonly name: string
  readonly seen: number
}

/** The same form with what was said last, after requested changes or a rejection; what it answers stands above it. */
export function ResubmitPage({ state, ...form }: ChangeProps & { readonly state: SubmissionState }) {
  const { t } = usePageRequest()
  const words = { title: t('submissions.edit.title', { name: form.name }), lead: t('submissions.edit.lead') }
  const note = <ObjectionNote state={state} />
  return <ChangePage {...form} {...words} note={note} verb="edit" send={t('submissions.edit.send')} />
}

/** The form of a new version, with what the one that is listed says. */
export function UpdatePage(props: ChangeProps & { readonly mayWait: boolean }) {
  const { t } = usePageRequest()
  const words = { title: t('updates.title', { name: props.name }), lead: t('updates.lead') }
  return <ChangePage {...props} {...words} verb="update" send={t('updates.send')} />
}

function ChangePage({
  id,
  name,
  title,
  lead,
  verb,
  note,
  ...form
}: ChangeProps & {
  readonly title: string
  readonly lead: string
  readonly note?: Child
  /** The last part of the form's address. */
  readonly verb: 'edit' | 'update'
  readonly send: string
  readonly mayWait?: boolean
}) {
  const { t, language } = usePageRequest()
  const back = href(language, `${paths.submissions}/${id}`)
  return (
    <Page
      title={title}
      before={
        <Breadcrumbs
          items={[
            { label: t('submissions.mine.title'), href: href(language, paths.submissions) },
            { label: name, href: back },
          ]}
        />
      }
    >
      <PageHeader title={title} lead={lead} />
      <WithAside aside={<NextSteps address={valueOf(form.values, 'serverUrl')} />}>
        {note}
        <SubmissionForm {...form} action={`${back}/${verb}`} />
      </WithAside>
    </Page>
  )
}

function DuplicateNote({ id }: { readonly id: SubmissionId }) {
  const { t, language } = usePageRequest()
  const link: Child = (
    <a href={href(language, `${paths.submissions}/${id}`)}>{t('submissions.duplicate.link')}</a>
  )
  return (
    <Callout kind="warn" title={t('submissions.duplicate.title')}>
      <p>
        <Sentence text="submissions.duplicate.text" parts={{ link }} />
      </p>
    </Callout>
  )
}

function NextSteps({ address }: { readonly address: string }) {
  const { t } = usePageRequest()
  const target = shown(address) ?? 'https://mcp.example.com/mcp'
  return (
    <div class="stack">
      <AsideCard title={t('submissions.aside.next')}>
        <ol class="prose">
          <li>{t('submissions.aside.check')}</li>
          <li>{t('submissions.aside.review')}</li>
          <li>{t('submissions.aside.publish')}</li>
        </ol>
      </AsideCard>
      <AsideCard title={t('submissions.aside.self')}>
        <p>{t('submissions.aside.self-text')}</p>
        <CodeBlock code={`npx connectory check ${target}`} title={t('submissions.aside.command')} wrap />
      </AsideCard>
    </div>
  )
}

/** What was typed, unless it is no address or carries a password. */
function shown(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { username, password, href: whole } = new URL(address)
  return username === '' && password === '' ? whole : undefined
}
