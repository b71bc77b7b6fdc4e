import type { Child, PropsWithChildren } from 'hono/jsx'
import { usePageRequest } from '../page-context.ts'

export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped'

export interface Step {
  readonly label: string
  readonly state: StepState
  readonly detail?: Child | undefined
}

/** Steps in order, each saying in words where it stands. */
export function ProgressSteps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const { t } = usePageRequest()
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li class={`step step-${step.state}`} aria-current={step.state === 'running' ? 'step' : undefined}>
          <span class="step-mark" aria-hidden="true" />
          <div class="step-text">
            <span class="step-label">{step.label}</span>
            <span class="step-state">{t(`shell.step.${step.state}`)}</span>
            {step.detail === undefined ? null : <div class="step-detail">{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

/**
 * A part of the page that renews itself from `src` (a route that answers with `renderFragment`) until the answer says
 * `done`. Changes are read out politely. Without JavaScript it stays as it was sent.
 */
export function LiveRegion({
  src,
  everyMs = 1500,
  active,
  endsNews,
  children,
}: PropsWithChildren<{
  readonly src: string
  readonly everyMs?: number | undefined
  /** False when there is nothing left to wait for. */
  readonly active: boolean
  /** True when the message above the page ("… has begun") is out of date as soon as nothing is left to wait for. */
  readonly endsNews?: boolean | undefined
}>) {
  return (
    <live-region
      src={src}
      every={String(everyMs)}
      data-active={active ? 'yes' : undefined}
      data-ends-news={endsNews === true ? 'yes' : undefined}
      aria-live="polite"
      aria-atomic="false"
    >
      {children}
    </live-region>
  )
}
