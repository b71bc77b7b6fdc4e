import type { SubmissionFacts } from '@connectory/checker'
import type { Facts } from './facts.ts'

/** What the form asks, as rules know it. A field that was left empty is empty; what is not asked stays out. */
export function answersOf(facts: Facts): SubmissionFacts {
  return {
    name: facts.name,
    tagline: facts.tagline,
    description: facts.descriptionMarkdown,
    websiteUrl: facts.publisherUrl ?? '',
    documentationUrl: facts.documentationUrl ?? '',
    privacyPolicyUrl: facts.privacyUrl,
    termsUrl: facts.termsUrl ?? '',
    support: facts.support,
    ...(facts.securityContact === null ? {} : { securityContact: facts.securityContact }),
    authMode: facts.auth === 'oauth' && facts.staticClient ? 'operator-client' : facts.auth,
    addressFilter: facts.addressFilter,
  }
}
