import type { BadgeKind } from './badge.tsx'

export interface ChartPart {
  readonly kind: BadgeKind
  readonly value: number
}

export interface ChartBar {
  /** From the ground up. */
  readonly parts: readonly ChartPart[]
}

const height = 96
const step = 8

/**
 * Bars side by side in the colours of badges; a thin line where there is nothing to show. `label` says what is seen to who
 * does not see it; figures belong in a table besides.
 */
export function BarChart({
  label,
  bars,
  most,
  ends,
  legend,
}: {
  readonly label: string
  readonly bars: readonly ChartBar[]
  /** What a bar of full height stands for, in words. */
  readonly most: string
  readonly ends: readonly [string, string]
  readonly legend?: readonly { readonly kind: BadgeKind; readonly name: string }[] | undefined
}) {
  const highest = Math.max(1, ...bars.map(sumOf))
  const width = bars.length * step
  return (
    <figure class="chart">
      <span class="chart-most" aria-hidden="true">
        {most}
      </span>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        <title>{label}</title>
        {bars.map((bar, index) => (
          <Bar bar={bar} x={index * step + 1} unit={height / highest} />
        ))}
      </svg>
      <span class="chart-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </span>
      {legend === undefined ? null : (
        <figcaption class="chart-legend">
          {legend.map(({ kind, name }) => (
            <span>
              <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                <rect class={`part-${kind}`} width="10" height="10" rx="2" />
              </svg>
              {name}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}

function sumOf({ parts }: ChartBar): number {
  return parts.reduce((sum, { value }) => sum + value, 0)
}

function Bar({ bar, x, unit }: { readonly bar: ChartBar; readonly x: number; readonly unit: number }) {
  if (sumOf(bar) === 0) return <Part kind="none" x={x} y={height - 1.5} tall={1.5} />
  let top = height
  return (
    <>
      {bar.parts
        .filter(({ value }) => value > 0)
        .map(({ kind, value }) => {
          const tall = value * unit
          top -= tall
          return <Part kind={kind} x={x} y={top} tall={tall} />
        })}
    </>
  )
}

function Part({
  kind,
  x,
  y,
  tall,
}: {
  readonly kind: BadgeKind | 'none'
  readonly x: number
  readonly y: number
  readonly tall: number
}) {
  const [at, high] = [y, tall].map((number) => String(Math.round(number * 100) / 100))
  return <rect class={`part-${kind}`} x={String(x)} y={at} width={String(step - 2)} height={high} />
}
