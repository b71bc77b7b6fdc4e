import { clauses } from '../clauses.ts'
import { memberOf, textIn } from '../evidence/document.ts'
import { defineRule } from '../rule.ts'

/** Registration as the only way to a client. */
export const rule = defineRule({
  id: 'AUTH-10',
  title: 'Clients need not register one by one',
  why: 'Every user of every client registers anew; a busy server ends up with millions of clients that nobody uses.',
  clause: clauses.mcpAuthorization,
  scope: 'passive',
  needs: ['setting', 'issuer'],
  *check({ setting, issuer }) {
    if (!issuer.found) {
      yield { outcome: 'not-applicable', because: 'no-issuer' }
      return
    }
    if (textIn(issuer.document, 'registration_endpoint') === undefined) {
      yield { outcome: 'not-applicable', because: 'no-registration' }
      return
    }
    if (setting.staticClient) return
    if (memberOf(issuer.document, 'client_id_metadata_document_supported') === true) return
    yield { case: 'registration-only', at: issuer.url ?? issuer.issuer ?? '' }
  },
  text: {
    en: {
      pass: 'There is a way to a client id without registration.',
      cases: {
        'registration-only': {
          message:
            'Registration is the only way to a client id, so the number of clients grows with every user.',
          fix: 'Support client ID metadata documents (client_id_metadata_document_supported), or give a client id with the submission.',
        },
      },
    },
    de: {
      title: 'Clients müssen sich nicht einzeln registrieren',
      why: 'Jede Person registriert mit jedem Client neu; ein gefragter Server sammelt so Millionen Clients, die niemand benutzt.',
      pass: 'Es gibt einen Weg zu einer Client-ID ohne Registrierung.',
      cases: {
        'registration-only': {
          message:
            'Nur durch Registrierung kommt man an eine Client-ID, also wächst die Zahl der Clients mit jeder Person.',
          fix: 'Unterstützen Sie Client-ID-Metadatendokumente (client_id_metadata_document_supported), oder geben Sie bei der Einreichung eine Client-ID an.',
        },
      },
    },
    es: {
      title: 'Los clientes no tienen que registrarse uno a uno',
      why: 'Cada persona registra de nuevo cada cliente; un servidor muy usado acumula millones de clientes que nadie utiliza.',
      pass: 'Hay una forma de obtener un identificador de cliente sin registro.',
      cases: {
        'registration-only': {
          message:
            'El registro es la única forma de obtener un identificador de cliente, así que el número de clientes crece con cada persona.',
          fix: 'Admita documentos de metadatos de cliente (client_id_metadata_document_supported) o indique un identificador de cliente al enviar.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ registration_endpoint: 'https://as.example/r', client_id_metadata_document_supported: true }),
      {
        ...example({ registration_endpoint: 'https://as.example/r' }),
        setting: { loopback: false, staticClient: true },
      },
    ],
    fail: [example({ registration_endpoint: 'https://as.example/r' })],
  },
})

function example(document: Record<string, string | boolean>) {
  return { setting: { loopback: false, staticClient: false }, issuer: { found: true, document, tried: [] } }
}
