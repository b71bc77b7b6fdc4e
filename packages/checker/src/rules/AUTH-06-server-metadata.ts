import { clauses } from '../clauses.ts'
import { isSafeUrl, textIn } from '../evidence/document.ts'
import type { IssuerFacts, Json } from '../evidence/facts.ts'
import { isObject } from '../raw-tool.ts'
import { defineRule, type Draft } from '../rule.ts'

/** @see RFC 9207 section 3 */
const issPromise = 'authorization_response_iss_parameter_supported'
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
        'iss-unpromised': {
          message: 'The metadata does not say that answers carry the parameter iss.',
          fix: 'Send iss with every answer to a client and set authorization_response_iss_parameter_supported to true: a client that talks to several servers knows by it which one answered.',
        },
      },
    },
    de: {
      title: 'Die Metadaten des Autorisierungsservers stimmen',
      why: 'Ein Client findet dort die Endpunkte und glaubt ihnen nur, wenn der Aussteller übereinstimmt.',
      pass: 'Die Metadaten des Autorisierungsservers sind vollständig und nennen ihren eigenen Aussteller.',
      cases: {
        missing: {
          message: 'Keine Metadaten des Autorisierungsservers {issuer} gefunden: {tried}.',
          fix: 'Veröffentlichen Sie /.well-known/oauth-authorization-server (oder openid-configuration) als JSON, nicht hinter einer Browserprüfung.',
        },
        issuer: {
          message: 'Die Metadaten nennen den Aussteller {named}, gefragt wurde nach {issuer}.',
          fix: 'Schreiben Sie den Aussteller überall gleich: in seinen Metadaten und in "authorization_servers".',
        },
        'no-token-endpoint': {
          message: 'Die Metadaten nennen keinen token_endpoint.',
          fix: 'Ergänzen Sie den token_endpoint in den Metadaten des Autorisierungsservers.',
        },
        'not-https': {
          message: '{key} ist keine https-Adresse: {value}.',
          fix: 'Stellen Sie {key} über https bereit und nennen Sie diese Adresse.',
        },
        'iss-unpromised': {
          message: 'Die Metadaten sagen nicht, dass Antworten den Parameter iss tragen.',
          fix: 'Senden Sie iss mit jeder Antwort an einen Client und setzen Sie authorization_response_iss_parameter_supported auf true: Daran erkennt ein Client mehrerer Server, welcher geantwortet hat.',
        },
      },
    },
    es: {
      title: 'Los metadatos del servidor de autorización son correctos',
      why: 'El cliente encuentra allí los puntos de acceso y solo los cree si el emisor coincide.',
      pass: 'Los metadatos del servidor de autorización están completos y nombran su propio emisor.',
      cases: {
        missing: {
          message: 'No se encontraron metadatos del servidor de autorización {issuer}: {tried}.',
          fix: 'Publique /.well-known/oauth-authorization-server (u openid-configuration) como JSON, sin una comprobación para navegadores delante.',
        },
        issuer: {
          message: 'Los metadatos nombran el emisor {named}, pero se preguntó por {issuer}.',
          fix: 'Escriba el emisor igual en todas partes: en sus metadatos y en "authorization_servers".',
        },
        'no-token-endpoint': {
          message: 'Los metadatos no nombran ningún token_endpoint.',
          fix: 'Añada el token_endpoint a los metadatos del servidor de autorización.',
        },
        'not-https': {
          message: '{key} no es una dirección https: {value}.',
          fix: 'Sirva {key} por https e indique esa dirección.',
        },
        'iss-unpromised': {
          message: 'Los metadatos no dicen que las respuestas lleven el parámetro iss.',
          fix: 'Envíe iss con cada respuesta a un cliente y ponga authorization_response_iss_parameter_supported en true: por él sabe un cliente de varios servidores cuál ha respondido.',
        },
      },
    },
  },
  examples: {
    pass: [example({})],
    fail: [
      example({ issuer: 'https://other.example' }),
      example({ token_endpoint: null }),
      example({ token_endpoint: 'http://as.example/t' }),
      example({ [issPromise]: false }),
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
  const promise = isObject(document) ? document[issPromise] : undefined
  if (promise !== true) yield { case: 'iss-unpromised', at, excerpt: { [issPromise]: promise ?? null } }
}

/** Identical, but for the slash that the URL standard adds to a bare host. */
function sameIssuer(named: string | undefined, wanted: string): boolean {
  return named === wanted || `${named}/` === wanted || named === `${wanted}/`
}

function example(members: Readonly<Record<string, Json>>) {
  const document = {
    issuer: 'https://as.example',
    token_endpoint: 'https://as.example/t',
    [issPromise]: true,
    ...members,
  }
  return {
    setting: { loopback: false, staticClient: false },
    resource: { found: true, tried: [] },
    issuer: { found: true, issuer: 'https://as.example', document, tried: [] },
  }
}
