import { Tools, toolsOf } from '../../catalogue/index.ts'
import { CheckProgress, ClauseWords } from '../../submissions/index.ts'
import {
  ButtonForm,
  Callout,
  DefinitionList,
  href,
  LiveRegion,
  Section,
  Stack,
  Time,
  usePageRequest,
} from '../../web/index.ts'
import { iconIn } from '../found.ts'
import type { StepName } from '../steps.ts'
import type { Shown } from './shown.ts'
import { draftPath } from './steps-nav.tsx'

/** Pages on which it matters what the server shows. */
export const seenSteps: readonly StepName[] = ['server', 'tools', 'access']

/** Rules on what the publisher names; while a draft is written, its issues speak of that. */
const ofAnswers = /^(DOC|ICN)-/

/** What a look at the server showed, and the button for another look. Renews itself while the look runs. */
export function SeenPart({ shown, step }: { readonly shown: Shown; readonly step: StepName }) {
  const { language } = usePageRequest()
  const src = `${href(language, draftPath(shown.draft))}/seen?step=${step}`
  const active = shown.progress !== undefined && shown.report === undefined
  return (
    <LiveRegion src={src} active={active}>
      <SeenBody shown={shown} step={step} />
    </LiveRegion>
  )
}

export function SeenBody({ shown, step }: { readonly shown: Shown; readonly step: StepName }) {
  const { t } = usePageRequest()
  const { draft, report, progress } = shown
  if (progress !== undefined && report === undefined) return <CheckProgress progress={progress} />
  const again = (
    <ButtonForm action={`${draftPath(draft)}/look`} sends={{ step }}>
      {t(report === undefined ? 'drafts.seen.look' : 'drafts.seen.again')}
    </ButtonForm>
  )
  return (
    <Section
      title={t('drafts.seen')}
      lead={t(report === undefined ? 'drafts.seen.never' : 'drafts.seen.lead')}
      actions={again}
    >
      {report === undefined ? null : <Report report={report} step={step} />}
    </Section>
  )
}

function Report({
  report,
  step,
}: {
  readonly report: NonNullable<Shown['report']>
  readonly step: StepName
}) {
  const { t } = usePageRequest()
  const { authType, protocolVersion, serverInfo } = report.server
  const { tools, seen } = toolsOf(report)
  const heavy = report.findings.filter(
    ({ rule, outcome, level }) =>
      !ofAnswers.test(rule) && outcome === 'fail' && (level === 'must' || level === 'reject'),
  )
  const rules = [...new Set(heavy.map(({ rule }) => rule))]
  const icon = iconIn(report)
  return (
    <Stack>
      <DefinitionList
        items={[
          { term: t('submissions.detail.address'), value: <code>{report.target}</code> },
          { term: t('drafts.seen.at'), value: <Time at={new Date(report.startedAt)} /> },
          { term: t('catalogue.connector.auth'), value: t(`catalogue.auth.${authType}`) },
          {
            term: t('submissions.detail.server'),
            value:
              [serverInfo?.name, serverInfo?.version, protocolVersion].filter(Boolean).join(' · ') || '–',
          },
          {
            term: t('submissions.detail.tools'),
            value: seen ? String(tools.length) : t('drafts.seen.no-tools'),
          },
          { term: t('drafts.seen.icon'), value: icon === undefined ? '–' : <code>{icon}</code> },
        ]}
      />
      {rules.length === 0 ? null : (
        <Callout kind="warn" title={t('drafts.seen.rules', { count: rules.length })}>
          <ul>
            {rules.map((rule) => (
              <li>
                <code>{rule}</code> <ClauseWords clause={rule} />
              </li>
            ))}
          </ul>
          <p>{t('drafts.seen.rules.lead')}</p>
        </Callout>
      )}
      {step === 'tools' && seen ? <Tools tools={tools} /> : null}
    </Stack>
  )
}
