import { clauses } from '../clauses.ts'
import { textIn, textsIn } from '../evidence/document.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-03',
  title: 'The authorization server has the authorization code flow',
  why: 'Each user gives consent in the browser; flows between machines name no user.',
  clause: clauses.faqLogin,
  scope: 'passive',
  needs: ['issuer'],
  *check({ issuer }) {
    if (!issuer.found) {
      yield { outcome: 'not-applicable', because: 'no-issuer' }
      return
    }
    const grants = textsIn(issuer.document, 'grant_types_supported')
    const at = issuer.url ?? issuer.issuer ?? ''
    if (grants && !grants.includes('authorization_code')) {
      yield { case: 'no-grant', at, params: { grants }, excerpt: { grant_types_supported: grants } }
    } else if (textIn(issuer.document, 'authorization_endpoint') === undefined) {
      yield { case: 'no-endpoint', at, excerpt: { authorization_endpoint: null } }
    }
  },
  text: {
    en: {
      pass: 'The authorization server has the authorization code flow.',
      cases: {
        'no-grant': {
          message: 'The authorization server supports only {grants}; authorization_code is missing.',
          fix: 'Offer the authorization code flow with PKCE and list authorization_code in grant_types_supported.',
        },
        'no-endpoint': {
          message: 'The authorization server names no authorization_endpoint.',
          fix: 'Add the authorization_endpoint to the metadata; users give consent there.',
        },
      },
    },
    de: {
      title: 'Der Autorisierungsserver hat den Authorization-Code-Ablauf',
      why: 'Jeder Nutzer stimmt im Browser zu; Abläufe zwischen Maschinen nennen keinen Nutzer.',
      pass: 'Der Autorisierungsserver hat den Authorization-Code-Ablauf.',
      cases: {
        'no-grant': {
          message: 'Der Autorisierungsserver unterstützt nur {grants}; authorization_code fehlt.',
          fix: 'Bieten Sie den Authorization-Code-Ablauf mit PKCE an und nennen Sie authorization_code in grant_types_supported.',
        },
        'no-endpoint': {
          message: 'Der Autorisierungsserver nennt keinen authorization_endpoint.',
          fix: 'Ergänzen Sie den authorization_endpoint in den Metadaten; dort stimmen die Nutzer zu.',
        },
      },
    },
    es: {
      title: 'El servidor de autorización tiene el flujo de código de autorización',
      why: 'Cada usuario consiente en el navegador; los flujos entre máquinas no nombran a ningún usuario.',
      pass: 'El servidor de autorización tiene el flujo de código de autorización.',
      cases: {
        'no-grant': {
          message: 'El servidor de autorización solo admite {grants}; falta authorization_code.',
          fix: 'Ofrezca el flujo de código de autorización con PKCE e incluya authorization_code en grant_types_supported.',
        },
        'no-endpoint': {
          message: 'El servidor de autorización no indica ningún authorization_endpoint.',
          fix: 'Añada el authorization_endpoint a los metadatos; allí consienten los usuarios.',
        },
      },
    },
  },
  examples: {
    pass: [
      { issuer: { found: true, document: { authorization_endpoint: 'https://as.example/a' }, tried: [] } },
      {
        issuer: {
          found: true,
          document: {
            authorization_endpoint: 'https://as.example/a',
            grant_types_supported: ['authorization_code', 'client_credentials'],
          },
          tried: [],
        },
      },
    ],
    fail: [
      {
        issuer: {
          found: true,
          document: {
            authorization_endpoint: 'https://as.example/a',
            grant_types_supported: ['client_credentials'],
          },
          tried: [],
        },
      },
      { issuer: { found: true, document: { token_endpoint: 'https://as.example/t' }, tried: [] } },
    ],
  },
})
