import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-04',
  title: 'The 401 says where login is described',
  why: 'A client learns from the WWW-Authenticate header where it can log in.',
  clause: clauses.rfc9728,
  scope: 'passive',
  needs: ['access', 'resource', 'issuer'],
  *check({ access, resource, issuer }) {
    if (!access.protected) {
      yield { outcome: 'not-applicable', because: 'no-login' }
      return
    }
    if (!resource.found && !issuer.found) {
      yield { outcome: 'not-applicable', because: 'no-oauth' }
      return
    }
    const bearer = access.schemes.some((scheme) => scheme.toLowerCase() === 'bearer')
    const params = { status: access.status, header: access.header ?? 'none', url: resource.url ?? '' }
    const excerpt = { status: access.status, 'www-authenticate': access.header ?? null }
    if (access.status !== 401) yield { case: 'not-401', params, excerpt }
    else if (bearer && access.resourceMetadata !== undefined) {
      const followed = !resource.found || resource.via !== 'well-known'
      if (!followed)
        yield { case: 'dead-link', params: { ...params, link: access.resourceMetadata }, excerpt }
    } else yield { case: resource.found ? 'found-elsewhere' : 'no-challenge', params, excerpt }
  },
  text: {
    en: {
      pass: 'The 401 carries a Bearer challenge with resource_metadata.',
      cases: {
        'no-challenge': {
          message: 'The 401 does not say where login is described (WWW-Authenticate: {header}).',
          fix: 'Send WWW-Authenticate: Bearer resource_metadata="https://HOST/.well-known/oauth-protected-resource/PATH" with every 401.',
        },
        'found-elsewhere': {
          message:
            'The 401 does not name the metadata, which was found at {url} (WWW-Authenticate: {header}).',
          fix: 'Send WWW-Authenticate: Bearer resource_metadata="{url}" with every 401.',
        },
        'dead-link': {
          message: 'The 401 names {link}, where no metadata is; it was found at {url}.',
          fix: 'Send resource_metadata="{url}" with every 401.',
        },
        'not-401': {
          message: 'The server answers a caller without a token with HTTP {status}, not 401.',
          fix: 'Answer 401 with a WWW-Authenticate header; 403 tells a client that login would not help.',
        },
      },
    },
    de: {
      title: 'Die 401 sagt, wo die Anmeldung beschrieben ist',
      why: 'Ein Client erfährt aus dem Header WWW-Authenticate, wo er sich anmelden kann.',
      pass: 'Die 401 trägt eine Bearer-Aufforderung mit resource_metadata.',
      cases: {
        'no-challenge': {
          message: 'Die 401 sagt nicht, wo die Anmeldung beschrieben ist (WWW-Authenticate: {header}).',
          fix: 'Senden Sie mit jeder 401 WWW-Authenticate: Bearer resource_metadata="https://HOST/.well-known/oauth-protected-resource/PFAD".',
        },
        'found-elsewhere': {
          message:
            'Die 401 nennt die Metadaten nicht, die unter {url} gefunden wurden (WWW-Authenticate: {header}).',
          fix: 'Senden Sie mit jeder 401 WWW-Authenticate: Bearer resource_metadata="{url}".',
        },
        'dead-link': {
          message: 'Die 401 nennt {link}, wo keine Metadaten sind; gefunden wurden sie unter {url}.',
          fix: 'Senden Sie mit jeder 401 resource_metadata="{url}".',
        },
        'not-401': {
          message: 'Der Server antwortet einem Aufrufer ohne Token mit HTTP {status}, nicht mit 401.',
          fix: 'Antworten Sie mit 401 und dem Header WWW-Authenticate; 403 sagt einem Client, dass eine Anmeldung nichts hülfe.',
        },
      },
    },
    es: {
      title: 'El 401 dice dónde se describe el inicio de sesión',
      why: 'El cliente sabe por la cabecera WWW-Authenticate dónde puede iniciar sesión.',
      pass: 'El 401 lleva un reto Bearer con resource_metadata.',
      cases: {
        'no-challenge': {
          message: 'El 401 no dice dónde se describe el inicio de sesión (WWW-Authenticate: {header}).',
          fix: 'Envíe con cada 401 WWW-Authenticate: Bearer resource_metadata="https://HOST/.well-known/oauth-protected-resource/RUTA".',
        },
        'found-elsewhere': {
          message:
            'El 401 no nombra los metadatos, que se encontraron en {url} (WWW-Authenticate: {header}).',
          fix: 'Envíe con cada 401 WWW-Authenticate: Bearer resource_metadata="{url}".',
        },
        'dead-link': {
          message: 'El 401 nombra {link}, donde no hay metadatos; se encontraron en {url}.',
          fix: 'Envíe con cada 401 resource_metadata="{url}".',
        },
        'not-401': {
          message: 'El servidor responde a quien llama sin token con HTTP {status}, no con 401.',
          fix: 'Responda 401 con la cabecera WWW-Authenticate; un 403 le dice al cliente que iniciar sesión no serviría.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        access: {
          protected: true,
          status: 401,
          schemes: ['Bearer'],
          resourceMetadata: 'https://mcp.example/.well-known/oauth-protected-resource/mcp',
          writers: [],
        },
        resource: { found: true, via: 'challenge', tried: [] },
        issuer: { found: true, tried: [] },
      },
    ],
    fail: [
      {
        access: { protected: true, status: 401, schemes: [], writers: [] },
        resource: { found: false, tried: [] },
        issuer: { found: true, tried: [] },
      },
      {
        access: { protected: true, status: 401, schemes: ['Bearer'], header: 'Bearer', writers: [] },
        resource: { found: true, url: 'https://mcp.example/.well-known/oauth-protected-resource', tried: [] },
        issuer: { found: true, tried: [] },
      },
      {
        access: {
          protected: true,
          status: 401,
          schemes: ['Bearer'],
          resourceMetadata: 'https://mcp.example/nothing',
          writers: [],
        },
        resource: {
          found: true,
          via: 'well-known',
          url: 'https://mcp.example/.well-known/oauth-protected-resource',
          tried: [],
        },
        issuer: { found: true, tried: [] },
      },
      {
        access: { protected: true, status: 403, schemes: [], writers: [] },
        resource: { found: true, tried: [] },
        issuer: { found: true, tried: [] },
      },
    ],
  },
})
