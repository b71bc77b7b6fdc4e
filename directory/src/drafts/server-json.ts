import { z } from 'zod'
import { codePoints, limits } from '../submissions/index.ts'
import type { Value } from './model.ts'
import type { FieldName } from './steps.ts'

const text = z.string().max(10_000)

/** What of the registry's format answers questions of a draft; everything else is left alone. */
const schema = z.looseObject({
  name: text.optional(),
  title: text.optional(),
  description: text.optional(),
  websiteUrl: text.optional(),
  remotes: z
    .array(z.looseObject({ type: text, url: text }))
    .max(100)
    .optional(),
  icons: z
    .array(z.looseObject({ src: text }))
    .max(100)
    .optional(),
})

export type ServerJsonFault = 'not-json' | 'not-server-json' | 'no-remote'
export type ReadServerJson =
  | { readonly found: Readonly<Partial<Record<FieldName, Value>>> }
  | { readonly fault: ServerJsonFault }

/**
 * Reads a `server.json` of the MCP Registry, also inside the registry's answer (`{"server": …}`). Local packages have no
 * address: such a file has nothing for a draft. Pure.
 */
export function readServerJson(file: string): ReadServerJson {
  const value = parsed(file)
  if (value === undefined) return { fault: 'not-json' }
  const wrapped = z.looseObject({ server: z.unknown() }).safeParse(value)
  const read = schema.safeParse(wrapped.success ? wrapped.data.server : value)
  if (!read.success || read.data.name === undefined) return { fault: 'not-server-json' }
  const { name, title = name.split('/').at(-1) ?? '', description = '', websiteUrl = '', icons } = read.data
  const remotes = (read.data.remotes ?? []).filter(({ type }) => type === 'streamable-http')
  const [first] = remotes
  if (first === undefined) return { fault: 'no-remote' }
  return {
    found: {
      serverUrl: first.url,
      ...(remotes.length > 1 && { urlKind: 'list', urls: remotes.map(({ url }) => url).join('\n') }),
      name: title,
      // The registry's description is a line; what is no longer than a tagline is one.
      ...(codePoints(description) <= limits.tagline ? { tagline: description } : { description }),
      publisherUrl: websiteUrl,
      iconUrl: icons?.[0]?.src ?? '',
    },
  }
}

function parsed(file: string): unknown {
  try {
    const value: unknown = JSON.parse(file)
    return value
  } catch {
    return undefined
  }
}
