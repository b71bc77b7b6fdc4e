import { Section, Table, usePageRequest, type Column } from '../../web/index.ts'
import { ruleOutcomes, type RuleCounts } from '../model.ts'
import { RuleName } from './rule-list.tsx'

interface RuleRow {
  readonly rule: string
  readonly counts: RuleCounts[string]
}

/** How many listings each rule concerns, the most new failures first. */
export function ByRule({ counts }: { readonly counts: RuleCounts }) {
  const { t } = usePageRequest()
  const rows = Object.entries(counts)
    .map(([rule, found]): RuleRow => ({ rule, counts: found }))
    .toSorted(
      (one, other) =>
        other.counts.fails - one.counts.fails ||
        other.counts['cannot-tell'] - one.counts['cannot-tell'] ||
        (one.rule < other.rule ? -1 : 1),
    )
  if (rows.length === 0) return null
  const columns: readonly Column<RuleRow>[] = [
    { title: t('simulation.rule'), cell: ({ rule }) => <RuleName id={rule} /> },
    ...ruleOutcomes.map((one) => ({
      title: t(`simulation.outcome.${one}`),
      numeric: true,
      cell: (row: RuleRow) => String(row.counts[one]),
    })),
  ]
  return (
    <Section title={t('simulation.rules')} lead={t('simulation.rules.lead')}>
      <Table caption={t('simulation.rules')} captionHidden columns={columns} rows={rows} />
    </Section>
  )
}
