import { Breadcrumbs, href, Page, PageHeader, paths, usePageRequest } from '../../web/index.ts'
import type { SubmissionId } from '../../kernel/index.ts'
import { SubmissionForm, type FormState } from './form.tsx'

/** The form of a new version, with what the one that is listed says. */
export function UpdatePage({
  id,
  name,
  seen,
  mayWait,
  ...state
}: FormState & {
  readonly id: SubmissionId
  readonly name: string
  readonly seen: number
  readonly mayWait: boolean
}) {
  const { t, language } = usePageRequest()
  const back = href(language, `${paths.submissions}/${id}`)
  const title = t('updates.title', { name })
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
      <PageHeader title={title} lead={t('updates.lead')} />
      <SubmissionForm
        {...state}
        seen={seen}
        mayWait={mayWait}
        send={t('updates.send')}
        action={`${back}/update`}
      />
    </Page>
  )
}
