/** Of the page that says why a listing is restricted. */
export function safetyPath(slug: string): string {
  return `/connectors/${slug}/safety`
}

/** Where a person reports a connector. */
export function complainPath(slug: string): string {
  return `/connectors/${slug}/complain`
}
