import { clauses } from '../clauses.ts'
import type { CorsFacts } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const good: CorsFacts = {
  origin: 'https://directory.example',
  preflight: { status: 204, body: 'empty', excerpt: '' },
  allowOrigin: '*',
  allowHeaders: ['authorization', 'content-type', 'mcp-protocol-version', 'mcp-session-id'],
  wantedHeaders: ['authorization', 'content-type', 'mcp-protocol-version', 'mcp-session-id'],
  exposed: ['www-authenticate', 'mcp-session-id'],
  wantedExposed: ['www-authenticate', 'mcp-session-id'],
}
const { allowOrigin: _allowOrigin, ...closed } = good

export const rule = defineRule({
  id: 'TRN-10',
  title: 'A client in a browser may ask',
  why: 'Browsers ask first whether a page may send a request, and hide headers that are not released to it.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['cors'],
  *check({ cors }) {
    const { origin, preflight, allowOrigin } = cors
    const { status } = preflight
    if (status >= 300 || (allowOrigin !== '*' && allowOrigin !== origin)) {
      const excerpt = `HTTP ${status}, access-control-allow-origin: ${allowOrigin ?? 'none'}`
      yield { case: 'closed', params: { origin, status }, excerpt }
      return
    }
    const refused = cors.wantedHeaders.filter((name) => !allows(cors, name))
    if (refused.length > 0)
      yield { case: 'headers', params: { headers: refused }, excerpt: [...cors.allowHeaders] }
    if (!cors.exposed) return
    const { exposed } = cors
    const hidden = exposed.includes('*') ? [] : cors.wantedExposed.filter((name) => !exposed.includes(name))
    if (hidden.length > 0) yield { case: 'hidden', params: { headers: hidden }, excerpt: [...exposed] }
  },
  text: {
    en: {
      pass: 'A page of the directory may send requests and read the headers that it needs.',
      cases: {
        closed: {
          message:
            'A browser would not let a page of {origin} ask: the preflight (OPTIONS) is answered with HTTP {status} and no permission.',
          fix: 'Answer OPTIONS with 204 and Access-Control-Allow-Origin: {origin}.',
        },
        headers: {
          message: 'A browser would not let a page send these headers: {headers}.',
          fix: 'Add {headers} to Access-Control-Allow-Headers.',
        },
        hidden: {
          message: 'A page in a browser cannot read these headers of the answer: {headers}.',
          fix: 'Add {headers} to Access-Control-Expose-Headers.',
        },
      },
    },
    de: {
      title: 'Ein Client im Browser darf fragen',
      why: 'Browser fragen zuerst, ob eine Seite eine Anfrage senden darf, und verbergen Header, die ihr nicht freigegeben sind.',
      pass: 'Eine Seite des Verzeichnisses darf Anfragen senden und die Header lesen, die sie braucht.',
      cases: {
        closed: {
          message:
            'Ein Browser ließe eine Seite von {origin} nicht fragen: Die Voranfrage (OPTIONS) wird mit HTTP {status} und ohne Erlaubnis beantwortet.',
          fix: 'Antworten Sie auf OPTIONS mit 204 und Access-Control-Allow-Origin: {origin}.',
        },
        headers: {
          message: 'Ein Browser ließe eine Seite diese Header nicht senden: {headers}.',
          fix: 'Nehmen Sie {headers} in Access-Control-Allow-Headers auf.',
        },
        hidden: {
          message: 'Eine Seite im Browser kann diese Header der Antwort nicht lesen: {headers}.',
          fix: 'Nehmen Sie {headers} in Access-Control-Expose-Headers auf.',
        },
      },
    },
    es: {
      title: 'Un cliente en el navegador puede preguntar',
      why: 'Los navegadores preguntan primero si una página puede enviar una petición y ocultan las cabeceras que no se le conceden.',
      pass: 'Una página del directorio puede enviar peticiones y leer las cabeceras que necesita.',
      cases: {
        closed: {
          message:
            'Un navegador no dejaría preguntar a una página de {origin}: la petición previa (OPTIONS) recibe HTTP {status} y ningún permiso.',
          fix: 'Responda a OPTIONS con 204 y Access-Control-Allow-Origin: {origin}.',
        },
        headers: {
          message: 'Un navegador no dejaría a una página enviar estas cabeceras: {headers}.',
          fix: 'Añada {headers} a Access-Control-Allow-Headers.',
        },
        hidden: {
          message: 'Una página en el navegador no puede leer estas cabeceras de la respuesta: {headers}.',
          fix: 'Añada {headers} a Access-Control-Expose-Headers.',
        },
      },
    },
  },
  examples: {
    pass: [
      { cors: good },
      { cors: { ...good, wantedHeaders: ['content-type'], allowHeaders: ['*'], exposed: ['*'] } },
    ],
    fail: [
      { cors: closed },
      { cors: { ...good, preflight: { ...good.preflight, status: 405 } } },
      { cors: { ...good, allowHeaders: ['*'], exposed: [] } },
    ],
  },
})

/** A star stands for every name but Authorization. @see Fetch, CORS-preflight fetch */
function allows({ allowHeaders }: CorsFacts, name: string): boolean {
  return allowHeaders.includes(name) || (name !== 'authorization' && allowHeaders.includes('*'))
}
