import { clauses } from '../clauses.ts'
import { isSafeUrl, textIn, textsIn } from '../evidence/document.ts'
import type { ResourceFacts, UrlFacts } from '../evidence/facts.ts'
import { defineRule, type Draft } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-05',
  title: 'The protected resource metadata is right',
  why: 'A client refuses a token request when the metadata speaks of another address.',
  clause: clauses.rfc9728,
  scope: 'passive',
  needs: ['url', 'setting', 'resource', 'issuer'],
  *check({ url, setting, resource, issuer }) {
    if (resource.found) yield* documentFaults(url, resource, setting.loopback)
    else if (!issuer.found) yield { outcome: 'not-applicable', because: 'no-oauth' }
    else {
      const tried = resource.tried.map((attempt) => attempt.url)
      yield { case: 'missing', params: { tried }, excerpt: tried }
    }
  },
  text: {
    en: {
      pass: 'The metadata names this address and an authorization server.',
      cases: {
        missing: {
          message: 'There is no protected resource metadata at {tried}.',
          fix: 'Publish it as JSON with "resource" (the address of this endpoint) and "authorization_servers".',
        },
        resource: {
          message: 'The metadata speaks of {resource}, the address of the server is {url}.',
          fix: 'Set "resource" to {url}, exactly as it is submitted.',
        },
        servers: {
          message: 'The metadata names no authorization server.',
          fix: 'List the issuer of the authorization server in "authorization_servers".',
        },
        'not-https': {
          message: 'The authorization server {server} is not an https address.',
          fix: 'Serve the authorization server by https and name that address.',
        },
      },
    },
    de: {
      title: 'Die Metadaten der geschützten Ressource stimmen',
      why: 'Ein Client lehnt die Anmeldung ab, wenn die Metadaten von einer anderen Adresse sprechen.',
      pass: 'Die Metadaten nennen diese Adresse und einen Autorisierungsserver.',
      cases: {
        missing: {
          message: 'Es gibt keine Metadaten der geschützten Ressource unter {tried}.',
          fix: 'Veröffentlichen Sie sie als JSON mit "resource" (der Adresse dieses Endpunkts) und "authorization_servers".',
        },
        resource: {
          message: 'Die Metadaten sprechen von {resource}, die Adresse des Servers ist {url}.',
          fix: 'Setzen Sie "resource" auf {url}, genau wie eingereicht.',
        },
        servers: {
          message: 'Die Metadaten nennen keinen Autorisierungsserver.',
          fix: 'Nennen Sie den Aussteller des Autorisierungsservers in "authorization_servers".',
        },
        'not-https': {
          message: 'Der Autorisierungsserver {server} ist keine https-Adresse.',
          fix: 'Stellen Sie den Autorisierungsserver über https bereit und nennen Sie diese Adresse.',
        },
      },
    },
    es: {
      title: 'Los metadatos del recurso protegido son correctos',
      why: 'El cliente rechaza el inicio de sesión cuando los metadatos hablan de otra dirección.',
      pass: 'Los metadatos nombran esta dirección y un servidor de autorización.',
      cases: {
        missing: {
          message: 'No hay metadatos del recurso protegido en {tried}.',
          fix: 'Publíquelos como JSON con "resource" (la dirección de este punto de acceso) y "authorization_servers".',
        },
        resource: {
          message: 'Los metadatos hablan de {resource}; la dirección del servidor es {url}.',
          fix: 'Ponga en "resource" {url}, exactamente como se envía.',
        },
        servers: {
          message: 'Los metadatos no nombran ningún servidor de autorización.',
          fix: 'Indique el emisor del servidor de autorización en "authorization_servers".',
        },
        'not-https': {
          message: 'El servidor de autorización {server} no es una dirección https.',
          fix: 'Sirva el servidor de autorización por https e indique esa dirección.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        url: address(),
        setting: { loopback: false, staticClient: false },
        issuer: { found: true, tried: [] },
        resource: {
          found: true,
          document: { resource: 'https://mcp.example/mcp', authorization_servers: ['https://as.example'] },
          tried: [],
        },
      },
    ],
    fail: [
      {
        url: address(),
        setting: { loopback: false, staticClient: false },
        issuer: { found: true, tried: [] },
        resource: { found: false, tried: [] },
      },
      {
        url: address(),
        setting: { loopback: false, staticClient: false },
        issuer: { found: true, tried: [] },
        resource: {
          found: true,
          document: { resource: 'https://mcp.example', authorization_servers: ['http://as.example'] },
          tried: [],
        },
      },
      {
        url: address(),
        setting: { loopback: false, staticClient: false },
        issuer: { found: true, tried: [] },
        resource: { found: true, document: { resource: 'https://mcp.example/mcp' }, tried: [] },
      },
    ],
  },
})

function* documentFaults(url: UrlFacts, facts: ResourceFacts, loopback: boolean): Generator<Draft> {
  const at = facts.url ?? url.href
  const named = textIn(facts.document, 'resource')
  const excerpt = facts.document ?? null
  if (canonical(named) !== canonical(url.href)) {
    yield { case: 'resource', at, params: { resource: named ?? 'nothing', url: url.href }, excerpt }
  }
  const server = textsIn(facts.document, 'authorization_servers')?.[0]
  if (server === undefined) yield { case: 'servers', at, excerpt }
  else if (!isSafeUrl(server, loopback)) yield { case: 'not-https', at, params: { server }, excerpt }
}

/** The URL standard's spelling: lower-case host, no default port, "/" for an empty path. */
function canonical(text: string | undefined): string | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text).href : text
}

function address(): UrlFacts {
  return {
    href: 'https://mcp.example/mcp',
    protocol: 'https:',
    hostname: 'mcp.example',
    userinfo: false,
    secretKeys: [],
  }
}
