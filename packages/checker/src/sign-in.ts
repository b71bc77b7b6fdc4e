/** A person with a browser, as whoever runs the check can offer one. */
export interface SignIn {
  /** Where the authorization server sends the browser back to. */
  readonly redirectUri: string
  /** A client that is registered already; without it one is registered for this check. */
  readonly client?: { readonly id: string; readonly secret?: string }
  /** The person logs in two times: the code of the first is shown with a wrong verifier. */
  readonly twice?: boolean
  /** How long the person may take; default 300,000. It does not count as time of the check. */
  readonly waitMs?: number
  /**
   * Shows `url` to the person and resolves with the address that the browser came back to. Rejects, with whatever,
   * when `signal` is aborted.
   */
  authorize(url: string, signal: AbortSignal): Promise<URL>
}
