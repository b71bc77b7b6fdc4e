export interface WaiverForm {
  /** Number of events the form was made from. */
  readonly seen: number
  readonly rule: string
  readonly reason: string
  /** Day on which it ends, ISO 8601 (`2027-01-31`). */
  readonly expires: string
}
