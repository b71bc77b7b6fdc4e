import { z } from '@hono/zod-openapi'

/** How every error of the API looks. @see RFC 9457 */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .openapi('Problem')
