import { clauses } from '../clauses.ts'
import type { CrossAnswer, OriginFacts } from '../evidence/odd-facts.ts'
import { defineRule } from '../rule.ts'

const origin = 'https://attacker.example'
const setting = { loopback: false, staticClient: false }
const served: CrossAnswer = { status: 200, body: 'result', excerpt: '', allowCredentials: false }

const from = (answer: CrossAnswer): { origins: OriginFacts; setting: typeof setting } => ({
  origins: { own: { origin: 'https://directory.example' }, foreign: { origin, answer } },
  setting,
})

/** Also known as: protection from pages that rebind a name to this host. Most servers lack it, so it is advice. */
export const rule = defineRule({
  id: 'TRN-15',
  title: 'A page of a stranger is refused',
  why: 'A page that somebody visits can ask a server in the name of the visitor, and reach one that runs beside the browser.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['origins', 'setting'],
  *check({ origins: { foreign }, setting: { loopback } }) {
    const { answer } = foreign
    if (!answer) {
      yield { outcome: 'could-not-look', because: 'no-answer', params: { origin: foreign.origin } }
      return
    }
    if (answer.status >= 400) return
    const { allowOrigin, allowCredentials, status } = answer
    const params = { origin: foreign.origin, status }
    const excerpt = `access-control-allow-origin: ${allowOrigin ?? 'none'}`
    const open = allowOrigin === '*' || allowOrigin === foreign.origin
    if (open && allowCredentials) yield { case: 'credentials', signal: 'credentials', params, excerpt }
    else yield { case: loopback ? 'local' : 'served', params, excerpt }
  },
  text: {
    en: {
      pass: 'A request that says it comes from a foreign page is refused.',
      cases: {
        served: {
          message: 'A request from the page {origin} is served (HTTP {status}).',
          fix: 'Answer 403 when an Origin header names a site that is not on your list.',
        },
        local: {
          message: 'A request from the page {origin} is served (HTTP {status}) by a server on this machine.',
          fix: 'Answer 403 to foreign origins; while the server runs beside a browser, any page can reach it.',
        },
        credentials: {
          message: 'Every page, {origin} too, may ask with the cookies and logins of the visitor.',
          fix: 'Name single trusted origins, and take Access-Control-Allow-Credentials away.',
        },
      },
    },
    de: {
      title: 'Die Seite eines Fremden wird abgewiesen',
      why: 'Eine besuchte Seite kann einen Server im Namen des Besuchers fragen und auch einen erreichen, der neben dem Browser läuft.',
      pass: 'Eine Anfrage, die von einer fremden Seite stammt, wird abgewiesen.',
      cases: {
        served: {
          message: 'Eine Anfrage von der Seite {origin} wird bedient (HTTP {status}).',
          fix: 'Antworten Sie mit 403, wenn ein Origin-Header eine Seite nennt, die nicht auf Ihrer Liste steht.',
        },
        local: {
          message:
            'Eine Anfrage von der Seite {origin} wird von einem Server auf diesem Rechner bedient (HTTP {status}).',
          fix: 'Antworten Sie fremden Herkünften mit 403; solange der Server neben einem Browser läuft, erreicht ihn jede Seite.',
        },
        credentials: {
          message: 'Jede Seite, auch {origin}, darf mit Cookies und Anmeldungen des Besuchers fragen.',
          fix: 'Nennen Sie einzelne vertraute Herkünfte und entfernen Sie Access-Control-Allow-Credentials.',
        },
      },
    },
    es: {
      title: 'La página de un extraño se rechaza',
      why: 'Una página visitada puede preguntar a un servidor en nombre del visitante, y alcanzar uno que corre junto al navegador.',
      pass: 'Una petición que dice venir de una página ajena se rechaza.',
      cases: {
        served: {
          message: 'Se atiende una petición de la página {origin} (HTTP {status}).',
          fix: 'Responda 403 cuando una cabecera Origin nombre un sitio que no está en su lista.',
        },
        local: {
          message: 'Un servidor de esta máquina atiende una petición de la página {origin} (HTTP {status}).',
          fix: 'Responda 403 a los orígenes ajenos; mientras el servidor corre junto a un navegador, cualquier página lo alcanza.',
        },
        credentials: {
          message: 'Toda página, también {origin}, puede preguntar con las cookies y sesiones del visitante.',
          fix: 'Nombre orígenes de confianza uno a uno y quite Access-Control-Allow-Credentials.',
        },
      },
    },
  },
  examples: {
    pass: [from({ ...served, status: 403, body: 'error' })],
    fail: [
      from(served),
      { ...from(served), setting: { ...setting, loopback: true } },
      from({ ...served, allowOrigin: origin, allowCredentials: true }),
      from({ ...served, allowOrigin: '*', allowCredentials: true }),
    ],
  },
})
