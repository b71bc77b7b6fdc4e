import { Breadcrumbs, href, LiveRegion, Page, PageHeader, paths, usePageRequest } from '../../web/index.ts'
import { DetailBody, type Detail } from './detail-body.tsx'

/** One submission: where it stands, what was found, what to do. While a check runs the page renews itself. */
export function DetailPage({ detail }: { readonly detail: Detail }) {
  const { t, language } = usePageRequest()
  const { submission, revision } = detail.view
  const { name, tagline } = revision.facts
  return (
    <Page
      title={name}
      before={
        <Breadcrumbs
          items={[{ label: t('submissions.mine.title'), href: href(language, paths.submissions) }]}
        />
      }
    >
      <PageHeader title={name} lead={tagline} />
      <LiveRegion
        src={href(language, `${paths.submissions}/${submission.id}/live`)}
        everyMs={1000}
        active={submission.state.status === 'checking'}
        endsNews
      >
        <DetailBody detail={detail} />
      </LiveRegion>
    </Page>
  )
}
