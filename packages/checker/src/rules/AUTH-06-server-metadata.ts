import { clauses } from '../clauses.ts'
import { isSafeUrl, textIn } from '../evidence/document.ts'
import type { IssuerFacts } from '../evidence/facts.ts'
import { defineRule, type Draft } from '../rule.ts'

const endpoints = ['authorization_endpoint', 'token_endpoint', 'registration_endpoint'] as const

export const rule = defineRule({
  id: 'AUTH-06',
  title: 'The authorization server metadata is right',
  why: 'A client finds the endpoints there and believes them only when the issuer matches.',
  clause: clauses.rfc8414,
  scope: 'passive',
  needs: ['setting', 'resource', 'issuer'],
  *check({ setting, resource, issuer }) {
    if (issuer.found) yield* documentFaults(issuer, setting.loopback)
    else if (!resource.found) yield { outcome: 'not-applicable', because: 'no-oauth' }
    else if (issuer.issuer === undefined || !isSafeUrl(issuer.issuer, setting.loopback)) {
      yield { outcome: 'not-applicable', because: 'no-issuer-named' }
    } else {
      const tried = issuer.tried.map(
        ({ url, status, problem }) => `${url} (${status ?? problem ?? 'no answer'})`,
      )
      yield { case: 'missing', params: { issuer: issuer.issuer, tried }, excerpt: tried }
    }
  },
  text: {
    en: {
      pass: 'The metadata of the authorization server is complete and names its own issuer.',
      cases: {
        missing: {
          message: 'No metadata of the authorization server {issuer} was found: {tried}.',
          fix: 'Publish /.well-known/oauth-authorization-server (or openid-configuration) as JSON, not behind a challenge for browsers.',
        },
        issuer: {
          message: 'The metadata names the issuer {named}, but it was asked for as {issuer}.',
          fix: 'Use one spelling of the issuer: in its metadata and in "authorization_servers".',
        },
        'no-token-endpoint': {
          message: 'The metadata names no token_endpoint.',
          fix: 'Add the token_endpoint to the metadata of the authorization server.',
        },
        'not-https': {
          message: '{key} is not an https address: {value}.',
          fix: 'Serve {key} by https and name that address.',
        },
      },
    },
  },
  examples: {
    pass: [example({ token_endpoint: 'https://as.example/t', issuer: 'https://as.example' })],
    fail: [
      example({ token_endpoint: 'https://as.example/t', issuer: 'https://other.example' }),
      example({ issuer: 'https://as.example' }),
      example({ token_endpoint: 'http://as.example/t', issuer: 'https://as.example' }),
      {
        setting: { loopback: false, staticClient: false },
        resource: { found: true, tried: [] },
        issuer: { found: false, issuer: 'https://as.example', tried: [] },
      },
    ],
  },
})

function* documentFaults(facts: IssuerFacts, loopback: boolean): Generator<Draft> {
  const { document } = facts
  const at = facts.url ?? facts.issuer ?? ''
  const named = textIn(document, 'issuer')
  if (facts.issuer !== undefined && !sameIssuer(named, facts.issuer)) {
    const params = { named: named ?? 'nothing', issuer: facts.issuer }
    yield { case: 'issuer', at, params, excerpt: { issuer: named ?? null } }
  }
  if (textIn(document, 'token_endpoint') === undefined) {
    yield { case: 'no-token-endpoint', at, excerpt: { token_endpoint: null } }
  }
  for (const key of endpoints) {
    const value = textIn(document, key)
    if (value === undefined || isSafeUrl(value, loopback)) continue
    yield { case: 'not-https', at, params: { key, value }, excerpt: { [key]: value } }
  }
}

/** Identical, but for the slash that the URL standard adds to a bare host. */
function sameIssuer(named: string | undefined, wanted: string): boolean {
  return named === wanted || `${named}/` === wanted || named === `${wanted}/`
}

function example(document: Record<string, string>) {
  return {
    setting: { loopback: false, staticClient: false },
    resource: { found: true, tried: [] },
    issuer: { found: true, issuer: 'https://as.example', document, tried: [] },
  }
}
