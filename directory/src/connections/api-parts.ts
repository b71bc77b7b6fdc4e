import { z } from '@hono/zod-openapi'
import { problemSchema } from '../web/index.ts'

export const address = '/api/v1/connections'

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

export const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
export const bearer = z.object({ authorization: z.string().optional() })
export const description = 'Your own alone. With a token for exactly the address of the list.'
