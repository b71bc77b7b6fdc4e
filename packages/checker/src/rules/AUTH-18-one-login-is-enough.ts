import { clauses } from '../clauses.ts'
import type { SignedInFacts, TokenRequestFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-18',
  title: 'One login is enough for everything',
  why: 'A client logs in once for a server; a tool that asks again looks broken to the person.',
  clause: clauses.faqLogin,
  scope: 'login',
  needs: ['signedIn'],
  *check({ signedIn: { source, requests } }) {
    const served = requests.some(({ status }) => status >= 200 && status < 300)
    const refused = requests.filter(({ status }) => status === 401)
    if (served) {
      for (const { method, tool } of firstOfEach(refused)) {
        if (tool === undefined) yield { case: 'asked-again', params: { method } }
        else yield { case: 'tool-asks-again', at: `tools/${tool}`, params: { tool } }
      }
      return
    }
    if (source === 'login' && refused.length > 0) yield { case: 'new-token-refused' }
    else if (refused.length > 0) {
      yield { outcome: 'could-not-look', because: 'credentials-refused', params: { status: 401 } }
    } else {
      yield { outcome: 'could-not-look', because: 'nothing-served' }
    }
  },
  text: {
    en: {
      pass: 'No request with the token was answered with 401.',
      cases: {
        'new-token-refused': {
          message: 'The server answers 401 to a token that its own authorization server has just issued.',
          fix: 'Take the tokens of the authorization server that the resource metadata names: compare issuer, keys, audience and clocks.',
        },
        'asked-again': {
          message: '{method} is answered with 401 although the token works elsewhere.',
          fix: 'Let one token open the whole server; ask for more rights with 403 and insufficient_scope.',
        },
        'tool-asks-again': {
          message: 'Tool {tool} answers 401 although the token works elsewhere.',
          fix: 'Let one token open every tool; ask for more rights with 403 and insufficient_scope, and for accounts elsewhere before the login ends.',
        },
      },
    },
    de: {
      title: 'Eine Anmeldung genügt für alles',
      why: 'Ein Client meldet sich bei einem Server einmal an; ein Werkzeug, das noch einmal fragt, wirkt kaputt.',
      pass: 'Keine Anfrage mit dem Token wurde mit 401 beantwortet.',
      cases: {
        'new-token-refused': {
          message:
            'Der Server antwortet mit 401 auf ein Token, das sein eigener Autorisierungsserver gerade ausgestellt hat.',
          fix: 'Nehmen Sie die Token des Autorisierungsservers an, den die Metadaten nennen: Vergleichen Sie Aussteller, Schlüssel, Zielgruppe und Uhren.',
        },
        'asked-again': {
          message: '{method} wird mit 401 beantwortet, obwohl das Token sonst gilt.',
          fix: 'Lassen Sie ein Token für den ganzen Server gelten; weitere Rechte verlangt man mit 403 und insufficient_scope.',
        },
        'tool-asks-again': {
          message: 'Das Werkzeug {tool} antwortet mit 401, obwohl das Token sonst gilt.',
          fix: 'Lassen Sie ein Token für alle Werkzeuge gelten; weitere Rechte verlangt man mit 403 und insufficient_scope, fremde Konten vor dem Ende der Anmeldung.',
        },
      },
    },
    es: {
      title: 'Un inicio de sesión basta para todo',
      why: 'Un cliente inicia sesión una vez por servidor; una herramienta que vuelve a pedirlo parece rota.',
      pass: 'Ninguna petición con el token recibió 401.',
      cases: {
        'new-token-refused': {
          message:
            'El servidor responde 401 a un token que su propio servidor de autorización acaba de emitir.',
          fix: 'Acepte los tokens del servidor de autorización que nombran los metadatos: compare emisor, claves, audiencia y relojes.',
        },
        'asked-again': {
          message: '{method} recibe 401 aunque el token vale en lo demás.',
          fix: 'Que un token abra todo el servidor; pida más permisos con 403 e insufficient_scope.',
        },
        'tool-asks-again': {
          message: 'La herramienta {tool} responde 401 aunque el token vale en lo demás.',
          fix: 'Que un token abra todas las herramientas; pida más permisos con 403 e insufficient_scope, y otras cuentas antes de que termine el inicio de sesión.',
        },
      },
    },
  },
  examples: {
    pass: [example('login', [200, 'initialize'], [200, 'tools/list'], [403, 'tools/call', 'delete_note'])],
    fail: [
      example('login', [401, 'server/discover'], [401, 'initialize']),
      example('login', [200, 'initialize'], [401, 'tools/list']),
      example('given', [200, 'initialize'], [200, 'tools/list'], [401, 'tools/call', 'list_mail']),
    ],
  },
})

function firstOfEach(requests: readonly TokenRequestFacts[]): TokenRequestFacts[] {
  const byPlace = new Map(requests.toReversed().map((one) => [`${one.method} ${one.tool ?? ''}`, one]))
  return [...byPlace.values()].toReversed()
}

function example(
  source: SignedInFacts['source'],
  ...made: (readonly [number, string, string?])[]
): { signedIn: SignedInFacts } {
  const requests = made.map(([status, method, tool]) => ({
    status,
    method,
    ...(tool === undefined ? {} : { tool }),
  }))
  return { signedIn: { source, requests } }
}
