import { clauses } from '../clauses.ts'
import { memberOf, textIn, textsIn } from '../evidence/document.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-08',
  title: 'A client can be had',
  why: 'Before login the directory needs a client id: by metadata document, by registration or from the publisher.',
  clause: clauses.faqLogin,
  scope: 'passive',
  needs: ['setting', 'issuer'],
  *check({ setting, issuer }) {
    if (!issuer.found) {
      yield { outcome: 'not-applicable', because: 'no-issuer' }
      return
    }
    const { document } = issuer
    const registers = textIn(document, 'registration_endpoint') !== undefined
    const takesDocument = memberOf(document, 'client_id_metadata_document_supported') === true
    const takesPublic = textsIn(document, 'token_endpoint_auth_methods_supported')?.includes('none') === true
    if (setting.staticClient || registers || (takesDocument && takesPublic)) return
    yield {
      case: takesDocument ? 'not-public' : 'none',
      at: issuer.url ?? issuer.issuer ?? '',
      excerpt: {
        registration_endpoint: null,
        client_id_metadata_document_supported: takesDocument,
        token_endpoint_auth_methods_supported:
          textsIn(document, 'token_endpoint_auth_methods_supported') ?? null,
      },
    }
  },
  text: {
    en: {
      pass: 'There is a way to a client id.',
      cases: {
        none: {
          message: 'The authorization server offers no registration and takes no client metadata documents.',
          fix: 'Publish a registration_endpoint, or support client ID metadata documents, or give a client id with the submission.',
        },
        'not-public': {
          message: 'The authorization server takes client metadata documents, but no public clients.',
          fix: 'Add "none" to token_endpoint_auth_methods_supported.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ registration_endpoint: 'https://as.example/r' }),
      example({
        client_id_metadata_document_supported: true,
        token_endpoint_auth_methods_supported: ['none'],
      }),
      { ...example({}), setting: { loopback: false, staticClient: true } },
    ],
    fail: [example({}), example({ client_id_metadata_document_supported: true })],
  },
})

function example(document: Record<string, string | boolean | string[]>) {
  return { setting: { loopback: false, staticClient: false }, issuer: { found: true, document, tried: [] } }
}
