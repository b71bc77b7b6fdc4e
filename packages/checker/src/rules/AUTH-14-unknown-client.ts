import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-14',
  title: 'An unknown client is told so',
  why: 'A client that reads invalid_client registers anew; any other answer leaves its user stuck.',
  clause: clauses.rfc6749,
  scope: 'passive',
  needs: ['unknownClient'],
  *check({ unknownClient }) {
    const { endpoint, status, error, excerpt, json = error !== undefined } = unknownClient
    if (!json || (error === undefined && status >= 300)) {
      yield { outcome: 'not-applicable', because: 'token-endpoint-unclear' }
      return
    }
    if (error === 'invalid_client' && (status === 400 || status === 401)) return
    const params = { status, error: error ?? 'none' }
    yield { case: error === 'invalid_client' ? 'status' : 'error', at: endpoint, params, excerpt }
  },
  text: {
    en: {
      pass: 'The token endpoint answers an unknown client with invalid_client.',
      cases: {
        error: {
          message: 'The token endpoint answers an unknown client with HTTP {status}, error {error}.',
          fix: 'Check the client before anything else and answer 401 (or 400) with {"error": "invalid_client"}.',
        },
        status: {
          message: 'The token endpoint answers invalid_client with HTTP {status}.',
          fix: 'Send invalid_client with HTTP 401, or 400.',
        },
      },
    },
  },
  examples: {
    pass: [example(401, 'invalid_client'), example(400, 'invalid_client')],
    fail: [example(400, 'invalid_grant'), example(200, 'invalid_client'), example(200)],
  },
})

function example(status: number, error?: string) {
  const endpoint = 'https://as.example/token'
  return {
    unknownClient: { endpoint, status, json: true, excerpt: '', ...(error === undefined ? {} : { error }) },
  }
}
