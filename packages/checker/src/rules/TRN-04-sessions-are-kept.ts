import { clauses } from '../clauses.ts'
import type { OddAnswer, SessionFacts } from '../evidence/odd-facts.ts'
import { defineRule, type Draft } from '../rule.ts'

const stream: OddAnswer = { status: 200, contentType: 'text/event-stream', body: 'stream', excerpt: '' }
const gone: OddAnswer = { status: 404, body: 'error', code: -32001, excerpt: '' }
const bad: OddAnswer = { status: 400, body: 'error', code: -32000, excerpt: '' }
const taken: OddAnswer = { status: 200, body: 'result', excerpt: '{"result":{}}' }

/** Also known as: answer to GET; unknown and ended sessions. Only for the eras that have sessions. */
export const rule = defineRule({
  id: 'TRN-04',
  title: 'Sessions begin, end and are missed as the transport says',
  why: 'A client opens a new session when it hears 404; any other answer leaves it stuck after a restart of the server.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['sessions'],
  *check({ sessions }) {
    const { get, missing, unknown, ended } = sessions
    if (get && get.body !== 'stream' && get.status !== 405) yield draft('get', get)
    if (missing && missing.status < 400) yield draft('missing', missing)
    if (unknown && unknown.status !== 404) yield draft('unknown', unknown)
    if (ended && ended.status !== 404) yield draft('ended', ended)
  },
  text: {
    en: {
      pass: 'GET and wrong sessions are answered as the transport says.',
      cases: {
        get: {
          message: 'A GET for an event stream is answered with HTTP {status}.',
          fix: 'Answer GET with an event stream, or with 405 where the server sends nothing by itself.',
        },
        missing: {
          message: 'A request without the session id that the server gave out is served (HTTP {status}).',
          fix: 'Answer 400 when Mcp-Session-Id is missing, or give out no session ids.',
        },
        unknown: {
          message: 'A session id that was never given out is answered with HTTP {status}.',
          fix: 'Answer 404, so that the client opens a new session.',
        },
        ended: {
          message: 'After DELETE, the ended session is answered with HTTP {status}.',
          fix: 'Answer 404 to every request of a session that was ended.',
        },
      },
    },
    de: {
      title: 'Sitzungen beginnen, enden und fehlen, wie es der Transport verlangt',
      why: 'Bei 404 öffnet ein Client eine neue Sitzung; nach jeder anderen Antwort hängt er fest, sobald der Server neu startet.',
      pass: 'GET und falsche Sitzungen werden so beantwortet, wie es der Transport verlangt.',
      cases: {
        get: {
          message: 'Ein GET nach einem Ereignisstrom wird mit HTTP {status} beantwortet.',
          fix: 'Antworten Sie auf GET mit einem Ereignisstrom oder, wenn der Server von sich aus nichts sendet, mit 405.',
        },
        missing: {
          message: 'Eine Anfrage ohne die vergebene Sitzungskennung wird bedient (HTTP {status}).',
          fix: 'Antworten Sie mit 400, wenn Mcp-Session-Id fehlt, oder vergeben Sie keine Kennungen.',
        },
        unknown: {
          message: 'Eine nie vergebene Sitzungskennung wird mit HTTP {status} beantwortet.',
          fix: 'Antworten Sie mit 404, damit der Client eine neue Sitzung öffnet.',
        },
        ended: {
          message: 'Nach DELETE wird die beendete Sitzung mit HTTP {status} beantwortet.',
          fix: 'Antworten Sie auf jede Anfrage einer beendeten Sitzung mit 404.',
        },
      },
    },
    es: {
      title: 'Las sesiones empiezan, terminan y faltan como dice el transporte',
      why: 'Con 404 el cliente abre una sesión nueva; con otra respuesta queda atascado cuando el servidor se reinicia.',
      pass: 'GET y las sesiones erróneas se responden como dice el transporte.',
      cases: {
        get: {
          message: 'Un GET que pide un flujo de eventos recibe HTTP {status}.',
          fix: 'Responda a GET con un flujo de eventos, o con 405 si el servidor no envía nada por sí mismo.',
        },
        missing: {
          message: 'Se atiende una petición sin el identificador de sesión asignado (HTTP {status}).',
          fix: 'Responda 400 cuando falte Mcp-Session-Id, o no asigne identificadores.',
        },
        unknown: {
          message: 'Un identificador de sesión nunca asignado recibe HTTP {status}.',
          fix: 'Responda 404 para que el cliente abra una sesión nueva.',
        },
        ended: {
          message: 'Tras DELETE, la sesión terminada recibe HTTP {status}.',
          fix: 'Responda 404 a toda petición de una sesión terminada.',
        },
      },
    },
  },
  examples: {
    pass: [
      { sessions: { sessions: true, get: stream, missing: bad, unknown: gone, ended: gone } },
      { sessions: { sessions: false, get: { ...bad, status: 405 } } },
    ],
    fail: [
      { sessions: { sessions: true, get: bad, missing: taken, unknown: bad, ended: taken } },
      { sessions: { sessions: false, get: { ...gone, body: 'other' } } },
    ],
  },
})

function draft(name: Exclude<keyof SessionFacts, 'sessions'>, { status, excerpt }: OddAnswer): Draft {
  return { case: name, signal: name, params: { status }, excerpt }
}
