/** How callers get in, as a form asks for it. `oauth` leaves open how a client gets its id. */
export const loginModes = [
  'none',
  'oauth',
  'oauth-dcr',
  'oauth-cimd',
  'operator-client',
  'custom-connection',
  'static-headers',
] as const
export type LoginMode = (typeof loginModes)[number]

export interface ExamplePrompt {
  readonly prompt: string
  /** What should happen. */
  readonly expected?: string
  /** Names of the tools that answer it. */
  readonly tools?: readonly string[]
}

/** One address for everybody, a list to choose from, or a pattern that the user's own address matches. */
export type UrlOption =
  | { readonly kind: 'universal' }
  | { readonly kind: 'list'; readonly urls: readonly { readonly label: string; readonly url: string }[] }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly sample: string }

/**
 * What a publisher states on the form, as far as rules look at it. A field that is absent was not asked: its rule is
 * not evaluated. An empty text was asked and left empty.
 */
export interface SubmissionFacts {
  readonly name?: string
  readonly tagline?: string
  /** Markdown. */
  readonly description?: string
  readonly websiteUrl?: string
  readonly documentationUrl?: string
  readonly privacyPolicyUrl?: string
  readonly termsUrl?: string
  /** Data-processing terms; empty when none are offered. */
  readonly dpaUrl?: string
  /** A page (https) or an e-mail address. */
  readonly support?: string
  /** A page or an e-mail address for reports of vulnerabilities. */
  readonly securityContact?: string
  /** Own icon; empty when the favicon of the server is to be used. */
  readonly iconUrl?: string
  readonly examplePrompts?: readonly ExamplePrompt[]
  /** What account a user needs, and where to get one. */
  readonly accountRequirements?: { readonly text: string; readonly signUpUrl?: string }
  /** Limits by account or plan; empty when there are none. */
  readonly limits?: string
  /** Where the service cannot be used; empty when it works everywhere. */
  readonly geography?: string
  /** Which limits of requests hold, for whom, and how abuse is noticed; empty when there are none. */
  readonly requestLimits?: string
  /** What keeps the server from fetching addresses of its own network; empty when nothing does. */
  readonly fetchGuard?: string
  readonly healthData?: boolean
  readonly sponsoredContent?: boolean
  /** The publisher promises limits or identity per user. */
  readonly perUserClaims?: boolean
  /** What was ticked: 'permitted-use' (usage policy, supported countries, rights), 'data-rights' (GDPR and alike). */
  readonly acknowledgements?: readonly string[]
  readonly urlOption?: UrlOption
  readonly authMode?: LoginMode
  /** The server answers without login at first, and asks for one at some tools. */
  readonly startsOpen?: boolean
  /** The server admits only known addresses. */
  readonly addressFilter?: boolean
  /** Why OAuth is not possible, where only an address filter protects the server. */
  readonly whyNoLogin?: string
}
