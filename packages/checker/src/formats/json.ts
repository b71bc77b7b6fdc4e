import { visible } from '../text/visible.ts'

/** JSON in which characters that would act or hide are written as escapes; the value is the same. */
export function asJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => visible(line))
  return `${lines.join('\n')}\n`
}
