import { clauses } from '../clauses.ts'
import { bearerChallenge } from '@connectory/wire'
import { textsIn } from '../evidence/document.ts'
import type { AccessFacts, IssuerFacts, ResourceFacts } from '../evidence/facts.ts'
import { defineRule } from '../rule.ts'

/** Scopes of the challenge and of the resource metadata. */
export const rule = defineRule({
  id: 'AUTH-25',
  title: 'A client is asked for no more scopes than it needs',
  why: 'A token that may do everything does everything for whoever steals it.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['access', 'resource', 'issuer'],
  *check({ access, resource, issuer }) {
    if (!resource.found && !issuer.found) {
      yield { outcome: 'not-applicable', because: 'no-oauth' }
      return
    }
    const asked =
      bearerChallenge(access.header ?? null)
        ?.scope?.split(' ')
        .filter((scope) => scope !== '') ?? []
    const offered = textsIn(resource.document, 'scopes_supported')
    const at = resource.url ?? ''
    const known = new Set([...(offered ?? []), ...(textsIn(issuer.document, 'scopes_supported') ?? [])])
    const unlisted = known.size === 0 ? [] : asked.filter((scope) => !known.has(scope))
    const excerpt = { challenge: asked, scopes_supported: offered ?? null }
    if (unlisted.length > 0) yield { case: 'unlisted', at, params: { scopes: unlisted }, excerpt }
    const all = [...new Set([...asked, ...(offered ?? [])])]
    if (all.includes('offline_access')) yield { case: 'offline-access', at, excerpt }
    const broad = all.filter((scope) => everything.test(scope))
    if (broad.length > 0) {
      yield { case: 'broad', outcome: 'needs-human', at, params: { scopes: broad }, excerpt }
    }
  },
  text: {
    en: {
      pass: 'The scopes that the server asks for are listed, and none of them means everything.',
      cases: {
        unlisted: {
          message: 'The 401 asks for the scopes {scopes}, which no metadata lists.',
          fix: 'List every scope of the challenge in scopes_supported, and ask only for what the request needs.',
        },
        'offline-access': {
          message: 'The server asks for offline_access, which is no scope of a resource.',
          fix: 'Take offline_access out of the challenge and of the resource metadata; a client asks for it at the authorization server when it wants to.',
        },
        broad: {
          message: 'Scopes that seem to grant everything: {scopes}.',
          fix: 'A reviewer looks whether narrower scopes would do. Offer one scope for each kind of access.',
        },
      },
    },
    de: {
      title: 'Von einem Client werden nicht mehr Scopes verlangt als nötig',
      why: 'Ein Token, das alles darf, tut alles auch für den, der es stiehlt.',
      pass: 'Die verlangten Scopes stehen in den Metadaten, und keiner von ihnen heißt alles.',
      cases: {
        unlisted: {
          message: 'Die 401 verlangt die Scopes {scopes}, die in keinen Metadaten stehen.',
          fix: 'Nennen Sie jeden verlangten Scope in scopes_supported, und verlangen Sie nur, was die Anfrage braucht.',
        },
        'offline-access': {
          message: 'Der Server verlangt offline_access, das kein Scope einer Ressource ist.',
          fix: 'Nehmen Sie offline_access aus der 401 und aus den Metadaten der Ressource; ein Client fragt beim Autorisierungsserver danach, wenn er will.',
        },
        broad: {
          message: 'Scopes, die alles zu erlauben scheinen: {scopes}.',
          fix: 'Eine Prüferin sieht nach, ob engere Scopes genügen. Bieten Sie je Art des Zugriffs einen Scope an.',
        },
      },
    },
    es: {
      title: 'No se piden a un cliente más ámbitos de los necesarios',
      why: 'Un token que lo puede todo lo puede también para quien lo robe.',
      pass: 'Los ámbitos que pide el servidor figuran en los metadatos y ninguno significa todo.',
      cases: {
        unlisted: {
          message: 'El 401 pide los ámbitos {scopes}, que no figuran en ningunos metadatos.',
          fix: 'Incluya en scopes_supported cada ámbito que pida, y pida solo lo que la petición necesita.',
        },
        'offline-access': {
          message: 'El servidor pide offline_access, que no es un ámbito de un recurso.',
          fix: 'Quite offline_access del 401 y de los metadatos del recurso; el cliente lo pide al servidor de autorización cuando quiere.',
        },
        broad: {
          message: 'Ámbitos que parecen concederlo todo: {scopes}.',
          fix: 'Una persona mira si bastan ámbitos más estrechos. Ofrezca un ámbito por cada clase de acceso.',
        },
      },
    },
  },
  examples: {
    pass: [
      example('notes.read', ['notes.read', 'notes.write']),
      example(undefined, undefined),
      example('x', undefined),
    ],
    fail: [
      example('notes.admin', ['notes.read']),
      example(undefined, ['notes.read', 'offline_access']),
      example(undefined, ['*']),
    ],
  },
})

const everything = /^(?:\*|all|full|full[-_.]?access|root|superuser|admin:\*|.+:\*)$/i

type Example = {
  readonly access: AccessFacts
  readonly resource: ResourceFacts
  readonly issuer: IssuerFacts
}

function example(scope: string | undefined, supported: string[] | undefined): Example {
  const header = scope === undefined ? {} : { header: `Bearer scope="${scope}"` }
  return {
    access: { protected: true, status: 401, schemes: ['bearer'], writers: [], ...header },
    resource: { found: true, document: supported ? { scopes_supported: supported } : {}, tried: [] },
    issuer: { found: true, document: {}, tried: [] },
  }
}
