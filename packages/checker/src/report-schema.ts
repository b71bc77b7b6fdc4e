import { z } from 'zod'
import { reportSchema } from './report.ts'

/** The JSON Schema (2020-12) of a report in the format json. Unknown fields are allowed: newer engines add some. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(reportSchema, { io: 'input' }),
    title: 'connectory-report/1',
    description: 'What "connectory check --format json" prints.',
  }
}
