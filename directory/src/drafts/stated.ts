import type { SubmissionFacts } from '@connectory/checker'
import { askedFacts, one, parseAnswers, type FactsForm } from '../submissions/index.ts'

/** The names under which rules know what a form calls otherwise. */
const names = {
  name: 'name',
  tagline: 'tagline',
  description: 'description',
  publisherUrl: 'websiteUrl',
  documentationUrl: 'documentationUrl',
  privacyUrl: 'privacyPolicyUrl',
  termsUrl: 'termsUrl',
  support: 'support',
  securityContact: 'securityContact',
} as const satisfies Readonly<Record<string, keyof SubmissionFacts>>

/** What a draft says so far, as rules know it: what is still empty was not asked. Pure. */
export function stated(form: FactsForm): SubmissionFacts {
  const known = Object.entries(names)
    .map(([field, fact]) => [fact, one(form[field])] as const)
    .filter(([, value]) => value !== '')
  const answered = Object.fromEntries(Object.entries(form).filter(([, value]) => (value ?? '').length > 0))
  const { answers } = parseAnswers(answered, { allowLoopback: true })
  return { ...Object.fromEntries(known), ...askedFacts(answers) }
}
