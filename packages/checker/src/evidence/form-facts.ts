import type { ExamplePrompt, LoginMode, UrlOption } from '../submission.ts'
import type { Attempt, DocumentFacts } from './facts.ts'

/** What the server tells a model at the opening, before any tool; no text when it says nothing. */
export interface InstructionFacts {
  readonly text?: string
}

/** Seen when somebody asks for a listing: then a person reviews what a machine cannot. */
export interface ReviewFacts {
  readonly asked: true
}

/** What the listing says and names. `field` is a key of SubmissionFacts. */
export interface ListingTextFacts {
  readonly texts: readonly { readonly field: string; readonly text: string }[]
  readonly addresses: readonly { readonly field: string; readonly url: string }[]
}

/** Which of the topics of a page its words show. `language` is the one in which most were found. */
export interface TopicFacts {
  readonly url: string
  /** False for a PDF, and for a language that the words are not known in. */
  readonly readable: boolean
  readonly language?: string
  readonly found: readonly string[]
  readonly missing: readonly string[]
}

/** `topics` is absent when the page is no answer. */
export interface DocumentationFacts extends DocumentFacts {
  readonly topics?: Pick<TopicFacts, 'readable' | 'missing'>
}

export interface AccountFacts {
  readonly text: string
  readonly signUp?: { readonly url: string; readonly status?: number; readonly problem?: string }
}

/** Registrable domains: "publisher.example" of docs.publisher.example; null for an address without one. */
export interface DomainFacts {
  readonly server: { readonly host: string; readonly domain: string | null }
  readonly named: readonly { readonly field: string; readonly host: string; readonly domain: string | null }[]
}

export interface ExampleFacts {
  readonly prompts: readonly ExamplePrompt[]
}

/** Limits that exist by the publisher's answer, and all that the listing says. */
export interface StatedLimitFacts {
  readonly limits: readonly string[]
  readonly listing: string
}

/** `blocked` is what the server answered at the opening when that speaks of a country; `limits` is the form's answer. */
export interface AvailabilityFacts {
  readonly blocked?: { readonly status: number; readonly excerpt: string }
  readonly limits?: string
}

/** The publisher's own words; blank when the question was left empty. */
export interface AnswerFacts {
  readonly answer: string
}

export interface DeclaredFacts {
  readonly declared: boolean
}

/** `startsOpen`: some tools are declared to ask for a login later. */
export interface PerUserFacts extends DeclaredFacts {
  readonly startsOpen: boolean
}

export interface AcknowledgedFacts {
  readonly given: readonly string[]
}

/** `shape` is what a linear-time engine made of the pattern. */
export interface UrlOptionFacts {
  readonly option: UrlOption
  readonly shape?: {
    readonly problem?: string
    readonly matchesSample: boolean
    /** An address of somebody else that the pattern also matches. */
    readonly matchesForeign?: string
  }
}

export interface DeclaredLoginFacts {
  readonly mode: LoginMode
  readonly startsOpen: boolean
  readonly addressFilter: boolean
}

export interface AddressFilterFacts {
  readonly filtered: boolean
  readonly login: boolean
  /** Absent when it was not asked. */
  readonly reason?: string
}

/** An image by its first bytes. `type` is absent when they are of no known kind. */
export interface ImageFacts {
  readonly url: string
  readonly finalUrl?: string
  readonly status?: number
  readonly bytes?: number
  readonly tooBig?: boolean
  readonly type?: string
  readonly width?: number
  readonly height?: number
}

export interface SiteIconFacts {
  readonly site: string
  readonly tried: readonly Attempt[]
  readonly image?: ImageFacts
}
