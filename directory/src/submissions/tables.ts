/** The tables of the module, as its stores read and write them. */
type SubmissionTable = {
  id: string
  organisation_id: string
  listing_id: string
  created_by: string
  created_at: Date
  publish_on_approval: boolean
  status: string
  revision: number
  attempt: number
  updated_at: Date
  status_since: Date
  claimed_by: string | null
  claimed_until: Date | null
  answer_by: Date | null
  asks: boolean
}

export type RevisionTable = {
  id: string
  submission_id: string
  organisation_id: string
  number: number
  server_url: string
  auth: string
  static_client: boolean
  address_filter: boolean
  name: string
  tagline: string
  description_markdown: string
  categories: string[]
  publisher_name: string
  publisher_url: string | null
  documentation_url: string | null
  privacy_url: string
  terms_url: string | null
  support: string
  security_contact: string | null
  use_cases: string | null
  test_instructions: string | null
  answers: unknown
  terms_version: string
  submitted_by: string
  submitted_at: Date
}

export type Tables = {
  submission: SubmissionTable
  revision: RevisionTable
}
