/** Also known as AUT-REFRESH. */
import { clauses } from '../clauses.ts'
import type { RefreshFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-16',
  title: 'A refresh token renews the login, is replaced, and dies',
  why: 'Without a working refresh people log in again and again; a refresh token that never dies is worth stealing.',
  clause: clauses.rfc9700,
  scope: 'login',
  needs: ['refresh'],
  *check({ refresh }) {
    const { endpoint: at, issued, expiresIn, publicClient, tries, dead } = refresh
    if (!issued) {
      yield expiresIn === undefined
        ? { case: 'none', at }
        : { case: 'none-for', at, params: { seconds: expiresIn } }
      return
    }
    const failed = tries.find((one) => !one.issued)
    if (failed) {
      const { status, error = 'none' } = failed
      yield { case: 'refused', at, params: { status, error } }
      return
    }
    if (publicClient && tries.some(({ rotated }) => !rotated)) yield { case: 'not-rotated', at }
    if (dead === undefined) yield { outcome: 'could-not-look', because: 'stopped' }
    else if (dead.issued) yield { case: dead.kind === 'replaced' ? 'old-works' : 'any-works', at }
    else if (dead.error !== 'invalid_grant') {
      yield { case: 'other-error', at, params: { status: dead.status, error: dead.error ?? 'none' } }
    }
  },
  text: {
    en: {
      pass: 'The refresh token gave new tokens, was replaced, and the old one is answered with invalid_grant.',
      cases: {
        none: {
          message: 'No refresh token came with the access token.',
          fix: 'Issue a refresh token to clients that registered the grant type refresh_token.',
        },
        'none-for': {
          message: 'No refresh token came with the access token, which lives {seconds} seconds.',
          fix: 'Issue a refresh token to clients that registered the grant type refresh_token.',
        },
        refused: {
          message: 'A fresh refresh token is refused (HTTP {status}, error "{error}").',
          fix: 'Answer grant_type=refresh_token with a new access token; the parameter resource belongs to the request.',
        },
        'not-rotated': {
          message: 'The refresh token of a client without a secret is not replaced when it is used.',
          fix: 'Send a new refresh_token with every refresh and stop taking the old one.',
        },
        'old-works': {
          message: 'A refresh token that was replaced still gives new tokens.',
          fix: 'Refuse a replaced refresh token with invalid_grant, and end the login when one is used again.',
        },
        'any-works': {
          message: 'A refresh token that nobody issued gives new tokens.',
          fix: 'Look refresh tokens up before answering, and refuse unknown ones with invalid_grant.',
        },
        'other-error': {
          message:
            'A dead refresh token is answered with HTTP {status} and the error "{error}", not with invalid_grant.',
          fix: 'Answer 400 with {"error":"invalid_grant"}: upon it a client asks the person to log in again.',
        },
      },
    },
    de: {
      title: 'Ein Refresh-Token erneuert die Anmeldung, wird ersetzt und verfällt',
      why: 'Ohne Erneuerung melden sich Menschen immer wieder an; ein Refresh-Token, das nie verfällt, lohnt den Diebstahl.',
      pass: 'Das Refresh-Token gab neue Token, wurde ersetzt, und das alte wird mit invalid_grant beantwortet.',
      cases: {
        none: {
          message: 'Mit dem Zugriffstoken kam kein Refresh-Token.',
          fix: 'Geben Sie Clients, die den Grant-Typ refresh_token registriert haben, ein Refresh-Token.',
        },
        'none-for': {
          message: 'Mit dem Zugriffstoken, das {seconds} Sekunden gilt, kam kein Refresh-Token.',
          fix: 'Geben Sie Clients, die den Grant-Typ refresh_token registriert haben, ein Refresh-Token.',
        },
        refused: {
          message: 'Ein frisches Refresh-Token wird abgelehnt (HTTP {status}, Fehler „{error}“).',
          fix: 'Beantworten Sie grant_type=refresh_token mit einem neuen Zugriffstoken; der Parameter resource gehört zur Anfrage.',
        },
        'not-rotated': {
          message: 'Das Refresh-Token eines Clients ohne Geheimnis wird beim Erneuern nicht ersetzt.',
          fix: 'Schicken Sie mit jeder Erneuerung ein neues refresh_token und nehmen Sie das alte nicht mehr an.',
        },
        'old-works': {
          message: 'Ein ersetztes Refresh-Token gibt noch immer neue Token.',
          fix: 'Lehnen Sie ein ersetztes Refresh-Token mit invalid_grant ab und beenden Sie die Anmeldung, wenn es wieder auftaucht.',
        },
        'any-works': {
          message: 'Ein Refresh-Token, das niemand ausgestellt hat, gibt neue Token.',
          fix: 'Schlagen Sie Refresh-Token vor der Antwort nach und lehnen Sie unbekannte mit invalid_grant ab.',
        },
        'other-error': {
          message:
            'Ein totes Refresh-Token wird mit HTTP {status} und dem Fehler „{error}“ beantwortet, nicht mit invalid_grant.',
          fix: 'Antworten Sie mit 400 und {"error":"invalid_grant"}: Daraufhin bittet ein Client um eine neue Anmeldung.',
        },
      },
    },
    es: {
      title: 'Un token de refresco renueva la sesión, se reemplaza y caduca',
      why: 'Sin renovación la gente inicia sesión una y otra vez; un token de refresco que nunca caduca es un buen botín.',
      pass: 'El token de refresco dio tokens nuevos, se reemplazó, y el antiguo recibe invalid_grant.',
      cases: {
        none: {
          message: 'Con el token de acceso no llegó ningún token de refresco.',
          fix: 'Emita un token de refresco a los clientes que registraron el tipo refresh_token.',
        },
        'none-for': {
          message: 'Con el token de acceso, que dura {seconds} segundos, no llegó ningún token de refresco.',
          fix: 'Emita un token de refresco a los clientes que registraron el tipo refresh_token.',
        },
        refused: {
          message: 'Un token de refresco recién emitido se rechaza (HTTP {status}, error «{error}»).',
          fix: 'Responda a grant_type=refresh_token con un token de acceso nuevo; el parámetro resource forma parte de la petición.',
        },
        'not-rotated': {
          message: 'El token de refresco de un cliente sin secreto no se reemplaza al usarlo.',
          fix: 'Envíe un refresh_token nuevo con cada renovación y deje de aceptar el antiguo.',
        },
        'old-works': {
          message: 'Un token de refresco ya reemplazado todavía da tokens nuevos.',
          fix: 'Rechace un token de refresco reemplazado con invalid_grant y cierre la sesión si vuelve a aparecer.',
        },
        'any-works': {
          message: 'Un token de refresco que nadie emitió da tokens nuevos.',
          fix: 'Busque el token de refresco antes de responder y rechace los desconocidos con invalid_grant.',
        },
        'other-error': {
          message:
            'A un token de refresco muerto se responde con HTTP {status} y el error «{error}», no con invalid_grant.',
          fix: 'Responda 400 con {"error":"invalid_grant"}: así el cliente pide a la persona que inicie sesión de nuevo.',
        },
      },
    },
  },
  examples: {
    pass: [example({}), example({ publicClient: false, tries: [tried({ rotated: false })] })],
    fail: [
      example({ issued: false, tries: [] }),
      example({ issued: false, tries: [], expiresIn: 3600 }),
      example({ tries: [tried({ status: 400, error: 'invalid_grant', issued: false })] }),
      example({ tries: [tried({ rotated: false })] }),
      example({ dead: { kind: 'replaced', status: 200, issued: true } }),
      example({ dead: { kind: 'made-up', status: 200, issued: true } }),
      example({ dead: { kind: 'replaced', status: 500, issued: false } }),
    ],
  },
})

function tried(more: Partial<RefreshFacts['tries'][number]>) {
  return { status: 200, issued: true, rotated: true, tookMs: 80, ...more }
}

function example(more: Partial<RefreshFacts>): { refresh: RefreshFacts } {
  return {
    refresh: {
      endpoint: 'https://as.example/token',
      issued: true,
      publicClient: true,
      tries: [tried({}), tried({})],
      dead: { kind: 'replaced', status: 400, issued: false, error: 'invalid_grant' },
      ...more,
    },
  }
}
