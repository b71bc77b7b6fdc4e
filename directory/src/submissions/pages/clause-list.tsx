import { describeRule, ruleById } from '@connectory/checker'
import { parseTextKey, usePageRequest } from '../../web/index.ts'

/** The grounds of an objection in words: rules of the checker, and clauses that only a person judges. */
export function ClauseList({
  clauses,
  fixes,
}: {
  readonly clauses: readonly string[]
  /** What would meet a clause, in the reviewer’s words. */
  readonly fixes: Readonly<Record<string, string>>
}) {
  return (
    <ul>
      {clauses.map((clause) => (
        <li>
          <code>{clause}</code> <ClauseWords clause={clause} />
          {fixes[clause] === undefined ? null : <p class="prose">{fixes[clause]}</p>}
        </li>
      ))}
    </ul>
  )
}

/** A rule or a clause of the policy in a few words. */
export function ClauseWords({ clause }: { readonly clause: string }) {
  const { t, language } = usePageRequest()
  const rule = ruleById(clause)
  if (rule !== undefined) {
    const about = describeRule(rule, language)
    return <span lang={about.language}>{about.title}</span>
  }
  const key = parseTextKey(`review.clause.${clause}`)
  return key === undefined ? null : <>{t(key)}</>
}
