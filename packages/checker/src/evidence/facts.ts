import type { ReachFacts } from './reach-facts.ts'
import type {
  AcceptFacts,
  BareMethodFacts,
  CorsFacts,
  ErrorFacts,
  FixationFacts,
  IdentityFacts,
  LatencyFacts,
  LongBodyFacts,
  OddAnswer,
  OriginFacts,
  OtherClientFacts,
  SessionFacts,
  SessionIdFacts,
} from './odd-facts.ts'

import type {
  AudienceFacts,
  AuthorizationAnswerFacts,
  CodeFacts,
  ConsentFacts,
  RefreshFacts,
  SessionLoginFacts,
  SignedInFacts,
  WrongVerifierFacts,
} from './sign-in-facts.ts'
import type {
  CallFacts,
  FingerprintFacts,
  ImpersonationFacts,
  RequestLimitFacts,
  UnknownToolFacts,
} from './call-facts.ts'
import type { CacheFacts, MessageFacts, ProbeFacts, SecondListFacts } from './protocol-facts.ts'
import type {
  AuthorizeFacts,
  ForgedUserFacts,
  LoginTimingsFacts,
  QueryTokenFacts,
  RegistrationTriesFacts,
  SecretAnswersFacts,
  TokenEndpointFacts,
} from './authorization-facts.ts'
import type {
  AccountFacts,
  AddressFilterFacts,
  AcknowledgedFacts,
  AnswerFacts,
  AvailabilityFacts,
  DeclaredFacts,
  DeclaredLoginFacts,
  DocumentationFacts,
  DomainFacts,
  ExampleFacts,
  ImageFacts,
  InstructionFacts,
  ListingTextFacts,
  PerUserFacts,
  ReviewFacts,
  SiteIconFacts,
  StatedLimitFacts,
  TopicFacts,
  UrlOptionFacts,
} from './form-facts.ts'

/** Any value that JSON can carry. What a stranger sends is this and nothing more. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The submitted address, taken apart. `secretKeys` are query keys that usually carry a credential. */
export interface UrlFacts {
  readonly href: string
  readonly protocol: string
  readonly hostname: string
  readonly userinfo: boolean
  readonly secretKeys: readonly string[]
}

/** What the caller of the check decided. `loopback` is true when the target is on this machine and that is allowed. */
interface Setting {
  readonly loopback: boolean
  readonly staticClient: boolean
}

/** Every address the host resolves to. `kind` is 'public' or the range that it belongs to. */
export interface AddressFacts {
  readonly host: string
  readonly addresses: readonly { readonly address: string; readonly kind: string }[]
}

/** `trusted` is false when the handshake was refused because of the certificate. Absent figures were not seen. */
export interface TlsFacts {
  readonly plain: boolean
  readonly trusted: boolean
  readonly problem?: string
  readonly version?: string
  readonly daysLeft?: number
  /** Both are absent where nobody asked: for a target on this machine, and in recordings from before. */
  readonly oldTls?: readonly OldTlsFacts[]
  readonly plainTwin?: PlainTwinFacts
}

/** Whether a handshake with a retired version alone was made. */
export interface OldTlsFacts {
  readonly version: string
  readonly outcome: 'accepted' | 'refused' | 'unclear'
  readonly problem?: string
}

/** What the host of an https address does with the same path over plain http. */
export interface PlainTwinFacts {
  readonly url: string
  /** closed: nothing is served there · mcp: a message or a demand for a token came back · page: anything else */
  readonly outcome: 'closed' | 'redirects' | 'refuses' | 'mcp' | 'page' | 'unclear'
  readonly status?: number
  readonly problem?: string
}

/** The answer to the first POST, with redirects left alone. */
export interface RedirectFacts {
  readonly status: number
  readonly location?: string
  readonly sameHost?: boolean
}

/** The two ways to open a conversation (2026-07-28 `server/discover`, earlier `initialize`). */
export interface Opening {
  readonly outcome: 'result' | 'refused' | 'protected' | 'not-mcp'
  readonly status: number
  readonly contentType?: string
  readonly protocolVersions: readonly string[]
  readonly excerpt: string
}

export interface OpeningFacts {
  readonly discover?: Opening
  readonly initialize?: Opening
  /** True when a GET answered with an event stream whose first event is `endpoint` (the transport before 2025-03-26). */
  readonly legacySse: boolean
}

/** Protocol versions that the server agreed to speak. */
export interface NegotiationFacts {
  readonly modern: readonly string[]
  readonly legacy?: string
}

export type ListEnd = 'complete' | 'repeated-cursor' | 'too-many-pages' | 'too-many-tools' | 'broken-page'

export interface ListingFacts {
  readonly pages: number
  readonly count: number
  readonly end: ListEnd
}

/** One entry of tools/list exactly as it was sent. `page` and `index` count from 1. */
export interface RawTool {
  readonly page: number
  readonly index: number
  readonly raw: Json
}

/** What the server tells a model: its tools, and beside them its instructions and prompts where they were seen. */
export interface ToolFacts {
  readonly list: readonly RawTool[]
  readonly instructions?: string
  readonly prompts?: readonly Json[]
  /** Why the list of prompts could not be read to its end. */
  readonly promptsUnread?: string
}

/** How the server answered a caller who shows no credential. */
export interface AccessFacts {
  readonly protected: boolean
  readonly status: number
  readonly schemes: readonly string[]
  readonly resourceMetadata?: string
  readonly header?: string
  /** Tools that are not called read-only and that a caller without login can see. */
  readonly writers: readonly string[]
}

export interface Attempt {
  readonly url: string
  readonly status?: number
  readonly problem?: string
}

/** Protected resource metadata. @see RFC 9728 */
export interface ResourceFacts {
  readonly found: boolean
  readonly via?: 'challenge' | 'well-known'
  readonly url?: string
  readonly document?: Json
  readonly tried: readonly Attempt[]
}

/** Authorization server metadata. @see RFC 8414 and OpenID Connect Discovery 1.0 */
export interface IssuerFacts {
  readonly found: boolean
  readonly issuer?: string
  readonly url?: string
  readonly document?: Json
  readonly tried: readonly Attempt[]
}

/** The token endpoint's answer to a client id that it cannot know. @see RFC 6749 section 5.2 */
export interface UnknownClientFacts {
  readonly endpoint: string
  readonly status: number
  /** Whether the body is a JSON object; without that AUTH-13 names the fault. */
  readonly json?: boolean
  readonly error?: string
  readonly excerpt: string
}

/** The server's answer to a token that nobody issued, and to one that names its issuer and carries no signature. */
export interface BadTokenFacts {
  readonly status: number
  readonly excerpt: string
  readonly unsigned?: { readonly status: number; readonly excerpt: string }
}

/** One dynamic registration and its removal. @see RFC 7591, RFC 7592 */
export interface RegistrationFacts {
  readonly endpoint: string
  readonly status: number
  readonly clientId: boolean
  readonly tookMs: number
  readonly cleanedUp: 'yes' | 'not-offered' | 'failed'
  readonly excerpt: string
}

/** A page that a publisher names, fetched without cookies. */
export interface DocumentFacts {
  readonly url: string
  readonly finalUrl?: string
  readonly status?: number
  readonly contentType?: string
  readonly words?: number
  readonly loginForm?: boolean
  readonly problem?: string
}

export type SupportFacts =
  | { readonly kind: 'page'; readonly document: DocumentFacts }
  | { readonly kind: 'email'; readonly address: string; readonly wellFormed: boolean }
  | { readonly kind: 'none' }

export interface SecurityContactFacts {
  readonly field?: string
  readonly fieldUsable: boolean
  readonly securityTxt?: { readonly url: string; readonly status?: number; readonly contact?: string }
}

/** Every part of the evidence on a remote server, in the order in which it is collected. */
export interface Facts {
  readonly url: UrlFacts
  readonly setting: Setting
  readonly addresses: AddressFacts
  readonly tls: TlsFacts
  readonly redirect: RedirectFacts
  readonly reach: ReachFacts
  readonly openings: OpeningFacts
  readonly negotiation: NegotiationFacts
  readonly access: AccessFacts
  readonly listing: ListingFacts
  readonly tools: ToolFacts
  /** What the protocol settles; each part asked in every era that the server speaks. */
  readonly oddVersions: ProbeFacts
  readonly announced: ProbeFacts
  readonly badCursor: ProbeFacts
  readonly batch: ProbeFacts
  readonly ping: ProbeFacts
  readonly mismatch: ProbeFacts
  readonly bareRequest: ProbeFacts
  readonly secondList: SecondListFacts
  readonly caching: CacheFacts
  readonly messages: MessageFacts
  readonly resource: ResourceFacts
  readonly issuer: IssuerFacts
  readonly unknownClient: UnknownClientFacts
  readonly badToken: BadTokenFacts
  readonly registration: RegistrationFacts
  readonly consent: ConsentFacts
  readonly authorizationAnswer: AuthorizationAnswerFacts
  readonly audience: AudienceFacts
  readonly refresh: RefreshFacts
  readonly codeUse: CodeFacts
  readonly wrongVerifier: WrongVerifierFacts
  readonly signedIn: SignedInFacts
  readonly sessionLogin: SessionLoginFacts
  readonly tokenEndpoint: TokenEndpointFacts
  readonly registrationTries: RegistrationTriesFacts
  readonly authorize: AuthorizeFacts
  readonly forgedUser: ForgedUserFacts
  readonly queryToken: QueryTokenFacts
  readonly loginTimings: LoginTimingsFacts
  readonly secretAnswers: SecretAnswersFacts
  readonly privacyPolicy: DocumentFacts
  readonly support: SupportFacts
  readonly securityContact: SecurityContactFacts
  readonly instructions: InstructionFacts
  readonly bareMethods: BareMethodFacts
  readonly calls: CallFacts
  readonly unknownTool: UnknownToolFacts
  readonly fingerprints: FingerprintFacts
  readonly impersonation: ImpersonationFacts
  readonly requestLimits: RequestLimitFacts
  readonly sessions: SessionFacts
  readonly notification: OddAnswer
  readonly errors: ErrorFacts
  readonly accepts: AcceptFacts
  readonly longBody: LongBodyFacts
  readonly sessionIds: SessionIdFacts
  readonly fixation: FixationFacts
  readonly origins: OriginFacts
  readonly cors: CorsFacts
  readonly otherClient: OtherClientFacts
  readonly latency: LatencyFacts
  readonly identity: IdentityFacts
  readonly review: ReviewFacts
  readonly listingText: ListingTextFacts
  readonly policyTopics: TopicFacts
  readonly documentation: DocumentationFacts
  readonly terms: DocumentFacts
  readonly processingTerms: DocumentFacts
  readonly account: AccountFacts
  readonly domains: DomainFacts
  readonly examplePrompts: ExampleFacts
  readonly statedLimits: StatedLimitFacts
  readonly availability: AvailabilityFacts
  readonly fetchGuard: AnswerFacts
  readonly healthData: DeclaredFacts
  readonly sponsoredContent: DeclaredFacts
  readonly perUserClaims: PerUserFacts
  readonly acknowledged: AcknowledgedFacts
  readonly urlOption: UrlOptionFacts
  readonly declaredLogin: DeclaredLoginFacts
  readonly addressFilter: AddressFilterFacts
  readonly siteIcon: SiteIconFacts
  readonly customIcon: ImageFacts
}

export type Part = keyof Facts
