const freshDays = 90
const dayMs = 86_400_000

export interface SecurityContact {
  readonly publicUrl: URL
  /** `mailto:`, `https:` or `tel:`, in the order of preference, after our own form. */
  readonly securityContacts: readonly string[]
  readonly securityPolicy: URL | undefined
}

/**
 * How to report a vulnerability of this instance. Undefined over plain http: the format asks for https addresses and is
 * read over https only.
 * @see RFC 9116 sections 2.5 and 3
 */
export function securityTxt(
  { publicUrl, securityContacts, securityPolicy }: SecurityContact,
  now: Date,
): string | undefined {
  if (publicUrl.protocol !== 'https:') return undefined
  const form = new URL('/security', publicUrl)
  // Whole days, so that the answer is the same all day.
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  const lines = [
    ...[form.href, ...securityContacts].map((contact) => `Contact: ${contact}`),
    `Expires: ${new Date(today + freshDays * dayMs).toISOString()}`,
    'Preferred-Languages: en, de, es',
    `Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`,
    ...(securityPolicy === undefined ? [] : [`Policy: ${securityPolicy.href}`]),
  ]
  return `${lines.join('\n')}\n`
}
