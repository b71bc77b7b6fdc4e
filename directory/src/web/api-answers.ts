import type { z } from '@hono/zod-openapi'
import { problemSchema } from './problem-schema.ts'

/** A body of JSON, for the description of a route. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { 'application/json': { schema } }
}

/** An answer that says what went wrong, for the description of a route. */
export function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } }
}
