import { defaultPolicy, describeRule, levelOf, rules, type Level } from '@connectory/checker'
import type { Language } from '../../kernel/index.ts'
import {
  Badge,
  Callout,
  Details,
  Page,
  PageHeader,
  Section,
  Stack,
  usePageRequest,
  type BadgeKind,
  type TextKey,
} from '../../web/index.ts'

const badgeOf = { reject: 'bad', must: 'warn', should: 'info', info: 'neutral' } as const satisfies Record<
  Level,
  BadgeKind
>

const levels: readonly { readonly level: Level; readonly title: TextKey; readonly lead: TextKey }[] = [
  { level: 'reject', title: 'site.policy.reject', lead: 'site.policy.reject.lead' },
  { level: 'must', title: 'site.policy.must', lead: 'site.policy.must.lead' },
  { level: 'should', title: 'site.policy.should', lead: 'site.policy.should.lead' },
  { level: 'info', title: 'site.policy.info', lead: 'site.policy.info.lead' },
]

/** Every rule that a server is judged by, worst first, with the reason for it and what to do. */
export function PolicyPage({ language }: { readonly language: Language }) {
  const { t } = usePageRequest()
  return (
    <Page title={t('site.policy.title')} description={t('site.policy.lead')}>
      <PageHeader title={t('site.policy.title')} lead={t('site.policy.lead')} eyebrow={defaultPolicy.id} />
      <Callout kind="info" title={t('site.policy.no-promise.title')}>
        <p>{t('site.policy.no-promise')}</p>
      </Callout>
      {levels.map(({ level, title, lead }) => (
        <RulesOfLevel level={level} title={t(title)} lead={t(lead)} language={language} />
      ))}
    </Page>
  )
}

interface LevelProps {
  readonly level: Level
  readonly title: string
  readonly lead: string
  readonly language: Language
}

function RulesOfLevel({ level, title, lead, language }: LevelProps) {
  const entries = rules
    .filter((rule) => levelOf(defaultPolicy, rule.id) === level)
    .map((rule) => describeRule(rule, language))
  if (entries.length === 0) return null
  return (
    <Section title={title} lead={lead}>
      <Stack gap="tight">
        {entries.map((entry) => (
          <Details
            summary={
              <>
                <Badge kind={badgeOf[level]}>{entry.id}</Badge>{' '}
                <span lang={entry.language}>{entry.title}</span>
              </>
            }
          >
            <p lang={entry.language}>{entry.why}</p>
            <ul lang={entry.language}>
              {Object.values(entry.cases).map(({ fix }) => (
                <li>{fix}</li>
              ))}
            </ul>
            <p>
              <a href={entry.clause.url} rel="noopener">
                {entry.clause.name}
              </a>
            </p>
          </Details>
        ))}
      </Stack>
    </Section>
  )
}
