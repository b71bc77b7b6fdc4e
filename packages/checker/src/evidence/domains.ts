import type { SubmissionFacts } from '../submission.ts'
import type { DomainFacts } from './form-facts.ts'

const fields = ['websiteUrl', 'documentationUrl', 'privacyPolicyUrl', 'support', 'termsUrl'] as const

/**
 * To whom the addresses of a submission belong, by the public suffix list: names below a host of many publishers
 * (such as github.io) count as different owners.
 */
export async function domainsOf(server: URL, submission: SubmissionFacts): Promise<DomainFacts> {
  const { getDomain } = await import('tldts')
  const owner = (host: string): string | null => getDomain(host, { allowPrivateDomains: true })
  return {
    server: { host: server.hostname, domain: owner(server.hostname) },
    named: fields.flatMap((field) => {
      const { [field]: address = '' } = submission
      if (!/^https?:/i.test(address) || !URL.canParse(address)) return []
      const { hostname: host } = new URL(address)
      return [{ field, host, domain: owner(host) }]
    }),
  }
}
