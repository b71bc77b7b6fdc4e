/** The token in an Authorization header; nowhere else is looked. @see RFC 6750 section 2.1 */
export function bearerToken(authorization: string | null | undefined): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization ?? '')?.[1]
}
