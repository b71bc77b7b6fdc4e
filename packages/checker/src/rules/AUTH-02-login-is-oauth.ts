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
    de: {
      title: 'Die Anmeldung ist OAuth 2.0',
      why: 'Nutzer verbinden sich durch Zustimmung im Browser; Schlüssel und Passwörter werden nie eingefügt.',
      pass: 'Der Server veröffentlicht OAuth-Metadaten für seine Anmeldung.',
      cases: {
        'no-metadata': {
          message:
            'Der Server verlangt Zugangsdaten (HTTP {status}) und veröffentlicht keine OAuth-Metadaten.',
          fix: 'Veröffentlichen Sie /.well-known/oauth-protected-resource mit dem Autorisierungsserver, oder öffnen Sie den Server. Lässt er nur bekannte Adressen zu, dann lassen Sie die des Verzeichnisses zu.',
        },
        'other-scheme': {
          message: 'Der Server verlangt {schemes} (HTTP {status}), und das ist nicht OAuth.',
          fix: 'Ersetzen Sie es durch OAuth 2.0 mit dem Authorization-Code-Ablauf; ein API-Schlüssel lässt sich nicht verbinden.',
        },
      },
    },
    es: {
      title: 'El inicio de sesión es OAuth 2.0',
      why: 'El usuario se conecta dando su consentimiento en el navegador; nunca se pegan claves ni contraseñas.',
      pass: 'El servidor publica metadatos OAuth de su inicio de sesión.',
      cases: {
        'no-metadata': {
          message: 'El servidor pide credenciales (HTTP {status}) y no publica metadatos OAuth.',
          fix: 'Publique /.well-known/oauth-protected-resource con el servidor de autorización, o abra el servidor. Si solo admite direcciones conocidas, admita las del directorio.',
        },
        'other-scheme': {
          message: 'El servidor pide {schemes} (HTTP {status}), que no es OAuth.',
          fix: 'Sustitúyalo por OAuth 2.0 con el flujo de código de autorización; una clave de API no se puede conectar.',
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
