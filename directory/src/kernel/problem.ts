const statusOf = {
  'invalid-input': 422,
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  'forged-request': 403,
  'stale-form': 409,
  'already-exists': 409,
  'already-decided': 409,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof statusOf

interface ProblemOptions extends ErrorOptions {
  /** Per form field: the name of the field and the sentence that stands beside it. */
  readonly fields?: Readonly<Record<string, string>>
}

/** The one error a caller may see. Thrown anywhere, rendered once, at the HTTP edge. @see RFC 9457 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: (typeof statusOf)[ProblemCode]
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, options)
    this.code = code
    this.status = statusOf[code]
    this.fields = options.fields ?? {}
  }
}
