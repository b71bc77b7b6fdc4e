/** The answer that the browser brings back: RFC 6749 sections 4.1.2 and 4.1.2.1, RFC 9207 section 2.4. */

/** How a value that must come back did come back. */
export type Returned = 'same' | 'different' | 'missing'

export interface AuthorizationAnswer {
  readonly state: Returned
  /** `iss` against the issuer that was asked. Missing is allowed unless the metadata promises it. */
  readonly iss: Returned
  readonly code?: string
  /** A code of RFC 6749 section 4.1.2.1, as the server wrote it. */
  readonly error?: string
  readonly errorDescription?: string
}

/** Reads the query of the redirect. Repeated parameters count as missing: RFC 6749 section 3.1 forbids them. */
export function readAuthorizationAnswer(
  answer: URL,
  expected: { readonly state: string; readonly issuer: string },
): AuthorizationAnswer {
  const single = (name: string): string | undefined => {
    const values = answer.searchParams.getAll(name)
    return values.length === 1 ? values[0] : undefined
  }
  const compare = (name: string, value: string): Returned => {
    if (!answer.searchParams.has(name)) return 'missing'
    return single(name) === value ? 'same' : 'different'
  }
  const code = single('code')
  const error = single('error')
  const errorDescription = single('error_description')
  return {
    state: compare('state', expected.state),
    iss: compare('iss', expected.issuer),
    ...(code !== undefined && { code }),
    ...(error !== undefined && { error }),
    ...(errorDescription !== undefined && { errorDescription }),
  }
}

/** Why a client must not use the answer, or undefined. RFC 9700 section 2.1, RFC 9207 section 2.4 */
export function answerFault(
  { state, iss }: Pick<AuthorizationAnswer, 'state' | 'iss'>,
  issPromised: boolean,
): 'state' | 'iss' | undefined {
  if (state !== 'same') return 'state'
  if (iss === 'different' || (iss === 'missing' && issPromised)) return 'iss'
  return undefined
}
