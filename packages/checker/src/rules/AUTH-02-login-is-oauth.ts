import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-02',
  title: 'Login is OAuth 2.0',
  why: 'A user connects by consent in the browser; keys and passwords are never pasted.',
  clause: clauses.faqLogin,
  scope: 'passive',
  needs: ['access', 'resource', 'issuer'],
  *check({ access, resource, issuer }) {
    if (!access.protected || resource.found || issuer.found) return
    const schemes = access.schemes.filter((scheme) => scheme.toLowerCase() !== 'bearer')
    yield {
      case: schemes.length > 0 ? 'other-scheme' : 'no-metadata',
      params: { status: access.status, schemes },
      excerpt: {
        status: access.status,
        'www-authenticate': access.header ?? null,
        tried: [...resource.tried, ...issuer.tried].map(
          ({ url, status, problem }) => `${url}: ${status ?? problem}`,
        ),
      },
    }
  },
  text: {
    en: {
      pass: 'The server publishes OAuth metadata for its login.',
      cases: {
        'no-metadata': {
          message: 'The server asks for a credential (HTTP {status}) and publishes no OAuth metadata.',
          fix: 'Publish /.well-known/oauth-protected-resource with the authorization server, or open the server. If it admits only known addresses, admit those of the directory.',
        },
        'other-scheme': {
          message: 'The server asks for {schemes} (HTTP {status}), which is not OAuth.',
          fix: 'Replace it by OAuth 2.0 with the authorization code flow; an API key cannot be connected.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        access: { protected: true, status: 401, schemes: ['Bearer'], writers: [] },
        resource: { found: true, tried: [] },
        issuer: { found: true, tried: [] },
      },
      {
        access: { protected: true, status: 401, schemes: [], writers: [] },
        resource: { found: false, tried: [] },
        issuer: { found: true, tried: [] },
      },
    ],
    fail: [
      {
        access: { protected: true, status: 401, schemes: [], writers: [] },
        resource: { found: false, tried: [] },
        issuer: { found: false, tried: [] },
      },
      {
        access: { protected: true, status: 403, schemes: ['ApiKey'], writers: [] },
        resource: { found: false, tried: [] },
        issuer: { found: false, tried: [] },
      },
    ],
  },
})
