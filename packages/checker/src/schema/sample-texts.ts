import type { Json } from '../evidence/facts.ts'
import type { JsonObject } from '../raw-tool.ts'

const byFormat: Readonly<Record<string, string>> = {
  date: '2026-01-15',
  'date-time': '2026-01-15T09:30:00Z',
  time: '09:30:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  'idn-email': 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  iri: 'https://example.com/',
  'uri-reference': 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
  regex: 'test',
  'json-pointer': '/test',
}

/** What a name promises, where no format does. The first that fits the end of the name. */
const byName: readonly (readonly [RegExp, string])[] = [
  [/(url|uri|link|website|homepage)$/, 'https://example.com/'],
  [/e?mail(address)?$/, 'someone@example.com'],
  [/(datetime|timestamp|instant)$/, '2026-01-15T09:30:00Z'],
  [/(date|day|since|until|from|to|after|before)$/, '2026-01-15'],
  [/(timezone|zone|tz)$/, 'Europe/Berlin'],
  [/(language|lang|locale)$/, 'en'],
  [/(country|countrycode)$/, 'DE'],
  [/(currency|currencycode)$/, 'EUR'],
  [/(city|location|place|address)$/, 'Berlin'],
  [/(host|hostname|domain)$/, 'example.com'],
  [/(number|count|amount)$/, '1'],
]

const otherwise = [
  'test',
  '1',
  'a',
  'A1',
  'abc',
  'ABC',
  '2026-01-15',
  'en',
  'DE',
  'test-1',
  'a_b',
  '0',
  '123456',
  'a/b',
]

const introduced =
  /\b(?:such as|for example|for instance|e\.g\.|example:|like)[,:]?\s+["'`“]?([^\s"'`“”,;)]{1,80})/gi

/** What the description gives as an example: the person who wrote it knows what works. */
function described({ description }: JsonObject): string[] {
  if (typeof description !== 'string') return []
  return [...description.slice(0, 2_000).matchAll(introduced)]
    .map(([, word = '']) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => word !== '')
}

/** Texts that may fit, the likeliest first. Patterns are not solved, they are tried. */
export function textsFor(schema: JsonObject, key: string): Json[] {
  const { format, minLength, maxLength } = schema
  const formatted = typeof format === 'string' ? byFormat[format] : undefined
  const named = byName.find(([name]) => name.test(key))?.[1]
  const most = typeof maxLength === 'number' ? maxLength : Infinity
  const least = typeof minLength === 'number' && minLength < 100_000 ? minLength : 0
  return [...described(schema), formatted, named, ...otherwise]
    .filter((each) => each !== undefined)
    .map((each) => each.padEnd(Math.min(least, most), 'x').slice(0, most))
}
