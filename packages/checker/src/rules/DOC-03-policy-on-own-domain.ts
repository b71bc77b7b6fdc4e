import { clauses } from '../clauses.ts'
import type { DomainFacts } from '../evidence/form-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-03',
  title: 'The privacy policy stands on the publisher’s own domain',
  why: 'A policy at a stranger’s address may be anybody’s, and may change without the publisher.',
  clause: clauses.policyPrivacy,
  scope: 'passive',
  needs: ['setting', 'domains'],
  *check({ setting, domains: { server, named } }) {
    const policy = named.find(({ field }) => field === 'privacyPolicyUrl')
    if (!policy) {
      yield { outcome: 'not-applicable', because: 'no-policy' }
      return
    }
    if (setting.loopback) {
      yield { outcome: 'not-applicable', because: 'loopback' }
      return
    }
    const own = [server, ...named.filter(({ field }) => field === 'websiteUrl')].map(({ domain }) => domain)
    if (policy.domain !== null && own.includes(policy.domain)) return
    const known = own.filter((domain) => domain !== null)
    yield { case: 'elsewhere', params: { host: policy.host, domains: known } }
  },
  text: {
    en: {
      pass: 'The privacy policy stands on the domain of the server or of the publisher’s site.',
      cases: {
        elsewhere: {
          message: 'The privacy policy is at {host}, not on a domain of the publisher ({domains}).',
          fix: 'Publish the policy on your own domain, or name your site if {host} is yours.',
        },
      },
    },
    de: {
      title: 'Die Datenschutzerklärung steht auf der eigenen Domain des Herausgebers',
      why: 'Eine Erklärung unter fremder Adresse kann jedermanns sein und sich ohne den Herausgeber ändern.',
      pass: 'Die Datenschutzerklärung steht auf der Domain des Servers oder der Seite des Herausgebers.',
      cases: {
        elsewhere: {
          message:
            'Die Datenschutzerklärung steht bei {host}, nicht auf einer Domain des Herausgebers ({domains}).',
          fix: 'Veröffentlichen Sie die Erklärung auf Ihrer eigenen Domain, oder nennen Sie Ihre Seite, wenn {host} Ihnen gehört.',
        },
      },
    },
    es: {
      title: 'La política de privacidad está en un dominio propio del editor',
      why: 'Una política en dirección ajena puede ser de cualquiera y cambiar sin el editor.',
      pass: 'La política de privacidad está en el dominio del servidor o del sitio del editor.',
      cases: {
        elsewhere: {
          message: 'La política de privacidad está en {host}, no en un dominio del editor ({domains}).',
          fix: 'Publique la política en su propio dominio, o nombre su sitio si {host} es suyo.',
        },
      },
    },
  },
  examples: {
    pass: [example('publisher.example'), example('site.example', 'site.example')],
    fail: [example('policies.example')],
  },
})

function example(policy: string, site?: string) {
  const named: DomainFacts['named'] = [
    { field: 'privacyPolicyUrl', host: policy, domain: policy },
    ...(site === undefined ? [] : [{ field: 'websiteUrl', host: `www.${site}`, domain: site }]),
  ]
  const server = { host: 'mcp.publisher.example', domain: 'publisher.example' }
  return { setting: { loopback: false, staticClient: false }, domains: { server, named } }
}
