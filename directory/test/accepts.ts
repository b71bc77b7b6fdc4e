import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/** Whether a schema of an OpenAPI 3.1 document accepts a value; else what is wrong with it. */
export function schemaFault(document: Json, schema: Json, value: unknown): string | undefined {
  const { schemas = {} } = (document['components'] ?? {}) as { readonly schemas?: Json }
  const local = JSON.parse(
    JSON.stringify({ ...schema, $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Parameters<typeof z.fromJSONSchema>[0]
  const parsed = z.fromJSONSchema(local).safeParse(value)
  return parsed.success ? undefined : z.prettifyError(parsed.error)
}
