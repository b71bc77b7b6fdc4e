import { usePageRequest } from '../../web/index.ts'
import type { Objection } from '../model.ts'
import { ClauseList } from './clause-list.tsx'

/** What a reviewer has against a submission: the clauses, and the words. Nothing of what only the check found. */
export function Grounds({ objection }: { readonly objection: Objection | null }) {
  const { t } = usePageRequest()
  if (objection?.by !== 'reviewer') return null
  const { clauses, fixes, text } = objection
  return (
    <>
      {clauses.length === 0 ? null : <ClauseList clauses={clauses} fixes={fixes} />}
      {text === '' ? null : (
        <>
          <p>{t('submissions.says')}</p>
          <blockquote class="prose">
            {text.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </blockquote>
        </>
      )}
    </>
  )
}
