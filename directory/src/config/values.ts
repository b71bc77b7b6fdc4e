import { z } from 'zod'

export const flag = z
  .enum(['yes', 'no', 'true', 'false', '1', '0', ''], 'must be "yes" or "no"')
  .default('no')
  .transform((text) => text === 'yes' || text === 'true' || text === '1')

export const listOfTexts = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )

export function count(byDefault: number, most: number) {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/, `must be a number from 1 to ${most}`)
    .default(String(byDefault))
    .transform(Number)
    .refine((number) => number <= most, `must be a number from 1 to ${most}`)
}

/** What is read when variables of this shape were set rightly. */
export type Read<Variables extends z.ZodRawShape> = z.output<z.ZodObject<Variables>>
