import { usePageRequest } from '../../web/index.ts'
import { labelDays } from '../label.ts'
import type { Day } from '../store.ts'

const height = 32
const step = 8

/** A bar for each day: full when every look was answered, shorter when some were not, a line when nobody looked. */
export function HealthChart({ days, today }: { readonly days: readonly Day[]; readonly today: number }) {
  const { t } = usePageRequest()
  const byDay = new Map(days.map((day) => [day.day, day]))
  const shown = Array.from({ length: labelDays }, (_, index) => byDay.get(today - labelDays + 1 + index))
  const whole = shown.filter((day) => day !== undefined && day.good === day.looks).length
  const failing = shown.filter((day) => day !== undefined && day.good < day.looks).length
  const words = t('monitoring.chart', { days: labelDays, whole, failing, none: labelDays - whole - failing })
  return (
    <svg
      class="health-chart"
      role="img"
      aria-label={words}
      viewBox={`0 0 ${labelDays * step} ${height}`}
      width="100%"
    >
      <title>{words}</title>
      {shown.map((day, index) => {
        const bar = barOf(day)
        return (
          <rect
            class={`bar-${bar.kind}`}
            x={String(index * step + 1)}
            y={String(height - bar.height)}
            width={String(step - 2)}
            height={String(bar.height)}
            rx="1"
          />
        )
      })}
    </svg>
  )
}

function barOf(day: Day | undefined): { readonly kind: 'good' | 'bad' | 'none'; readonly height: number } {
  if (day === undefined || day.looks === 0) return { kind: 'none', height: 2 }
  if (day.good === day.looks) return { kind: 'good', height }
  // Never nearly full: a short failure must be seen without its colour.
  return { kind: 'bad', height: Math.max(4, Math.round((day.good / day.looks) * height * 0.7)) }
}
