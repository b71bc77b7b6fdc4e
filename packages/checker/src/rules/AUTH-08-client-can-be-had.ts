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
    de: {
      title: 'Ein Client ist zu bekommen',
      why: 'Vor der Anmeldung braucht das Verzeichnis eine client_id: durch ein Metadaten-Dokument, durch Registrierung oder vom Anbieter.',
      pass: 'Es gibt einen Weg zu einer client_id.',
      cases: {
        none: {
          message:
            'Der Autorisierungsserver bietet keine Registrierung und nimmt keine Metadaten-Dokumente von Clients.',
          fix: 'Veröffentlichen Sie einen registration_endpoint, oder unterstützen Sie Client-ID-Metadaten-Dokumente, oder geben Sie bei der Einreichung eine client_id an.',
        },
        'not-public': {
          message:
            'Der Autorisierungsserver nimmt Metadaten-Dokumente von Clients, aber keine öffentlichen Clients.',
          fix: 'Ergänzen Sie "none" in token_endpoint_auth_methods_supported.',
        },
      },
    },
    es: {
      title: 'Se puede obtener un cliente',
      why: 'Antes de iniciar sesión el directorio necesita un client_id: por documento de metadatos, por registro o del editor.',
      pass: 'Hay un camino hacia un client_id.',
      cases: {
        none: {
          message:
            'El servidor de autorización no ofrece registro ni acepta documentos de metadatos de clientes.',
          fix: 'Publique un registration_endpoint, o admita documentos de metadatos de client_id, o dé un client_id con el envío.',
        },
        'not-public': {
          message:
            'El servidor de autorización acepta documentos de metadatos de clientes, pero no clientes públicos.',
          fix: 'Añada "none" a token_endpoint_auth_methods_supported.',
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
