import { isConcerned } from '../../kernel/index.ts'
import { Callout, href, usePageRequest } from '../../web/index.ts'
import { safetyPath } from '../paths.ts'
import { publicStage } from '../restriction.ts'
import type { RestrictionView } from '../safety.ts'

/** For everybody on the page of a connector; the way to its past for who may read it. */
export function RestrictionNote({ view: { listing, standing, steps } }: { readonly view: RestrictionView }) {
  const { t, language, viewer } = usePageRequest()
  const stage = publicStage(standing.stage)
  if (stage === 'clear') return null
  const step = steps.findLast(({ name }) => name === (stage === 'blocked' ? 'blocked' : 'quarantined'))
  return (
    <Callout kind="bad" title={t(`safety.public.${stage}`)}>
      <p>{t(`safety.public.${stage}.do`)}</p>
      {step === undefined ? null : <blockquote class="prose small">{step.reason}</blockquote>}
      {isConcerned(viewer, listing) ? (
        <p>
          <a href={href(language, safetyPath(listing.slug))}>{t('safety.public.read')}</a>
        </p>
      ) : null}
    </Callout>
  )
}
