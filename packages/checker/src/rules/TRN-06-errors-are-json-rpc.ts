import { clauses } from '../clauses.ts'
import type { ErrorFacts, OddAnswer } from '../evidence/odd-facts.ts'
import { defineRule, type Draft } from '../rule.ts'

const unknownMethod: OddAnswer = { status: 200, body: 'error', code: -32601, excerpt: '' }
const brokenJson: OddAnswer = { status: 400, body: 'error', code: -32700, excerpt: '' }
const textType: OddAnswer = { status: 415, body: 'other', excerpt: '' }

const sent = {
  unknownMethod: 'an unknown method',
  unknownModern: 'an unknown method (2026-07-28)',
  brokenJson: 'JSON that breaks off',
  textType: 'the content-type text/plain',
} as const satisfies Record<keyof ErrorFacts, string>

/** Also known as: unknown method, content types, server errors upon malformed requests. */
export const rule = defineRule({
  id: 'TRN-06',
  title: 'Mistakes of a client are answered as JSON-RPC errors',
  why: 'A client tells its own mistake from a broken server by the code; a page for people or a server error says neither.',
  clause: clauses.mcpTransport,
  scope: 'passive',
  needs: ['errors'],
  *check({ errors }) {
    for (const [name, what] of Object.entries(sent) as [keyof ErrorFacts, string][]) {
      const answer = errors[name]
      const found = answer && caseOf(name, answer)
      if (found) yield draft(found, name, what, answer)
    }
  },
  text: {
    en: {
      pass: 'Unknown methods, broken JSON and a wrong content-type are refused with a proper error.',
      cases: {
        'server-error': {
          message: 'The answer to {what} is HTTP {status}.',
          fix: 'Catch it, and answer with a JSON-RPC error and a status of 4xx.',
        },
        html: {
          message: 'The answer to {what} is an HTML page (HTTP {status}).',
          fix: 'Answer with a JSON-RPC error as application/json.',
        },
        'unknown-method': {
          message: 'The answer to {what} is not the error -32601, but {got} (HTTP {status}).',
          fix: 'Answer a method that the server does not have with the JSON-RPC error -32601.',
        },
        'method-status': {
          message: 'The answer to {what} is the error -32601 with HTTP {status} instead of 404.',
          fix: 'In 2026-07-28, answer a method that the server does not have with HTTP 404 and the error -32601.',
        },
        'broken-json': {
          message: 'The answer to {what} is HTTP {status}.',
          fix: 'Answer a body that is not JSON with HTTP 400 and the JSON-RPC error -32700.',
        },
      },
    },
    de: {
      title: 'Fehler eines Clients werden als JSON-RPC-Fehler beantwortet',
      why: 'Am Code unterscheidet ein Client den eigenen Fehler von einem kaputten Server; eine Seite für Menschen oder ein Serverfehler sagt beides nicht.',
      pass: 'Unbekannte Methoden, kaputtes JSON und ein falscher Content-Type werden mit einem richtigen Fehler abgelehnt.',
      cases: {
        'server-error': {
          message: 'Die Antwort auf „{what}“ ist HTTP {status}.',
          fix: 'Fangen Sie das ab und antworten Sie mit einem JSON-RPC-Fehler und einem Status 4xx.',
        },
        html: {
          message: 'Die Antwort auf „{what}“ ist eine HTML-Seite (HTTP {status}).',
          fix: 'Antworten Sie mit einem JSON-RPC-Fehler als application/json.',
        },
        'unknown-method': {
          message: 'Die Antwort auf „{what}“ ist nicht der Fehler -32601, sondern {got} (HTTP {status}).',
          fix: 'Beantworten Sie eine Methode, die der Server nicht hat, mit dem JSON-RPC-Fehler -32601.',
        },
        'method-status': {
          message: 'Die Antwort auf „{what}“ ist der Fehler -32601 mit HTTP {status} statt 404.',
          fix: 'Beantworten Sie in 2026-07-28 eine Methode, die der Server nicht hat, mit HTTP 404 und dem Fehler -32601.',
        },
        'broken-json': {
          message: 'Die Antwort auf „{what}“ ist HTTP {status}.',
          fix: 'Beantworten Sie einen Inhalt, der kein JSON ist, mit HTTP 400 und dem JSON-RPC-Fehler -32700.',
        },
      },
    },
    es: {
      title: 'Los errores de un cliente se responden como errores JSON-RPC',
      why: 'Por el código, un cliente distingue su propio error de un servidor roto; una página para personas o un error del servidor no lo dice.',
      pass: 'Métodos desconocidos, JSON roto y un content-type erróneo se rechazan con un error correcto.',
      cases: {
        'server-error': {
          message: 'La respuesta a «{what}» es HTTP {status}.',
          fix: 'Captúrelo y responda con un error JSON-RPC y un estado 4xx.',
        },
        html: {
          message: 'La respuesta a «{what}» es una página HTML (HTTP {status}).',
          fix: 'Responda con un error JSON-RPC como application/json.',
        },
        'unknown-method': {
          message: 'La respuesta a «{what}» no es el error -32601, sino {got} (HTTP {status}).',
          fix: 'Responda a un método que el servidor no tiene con el error JSON-RPC -32601.',
        },
        'method-status': {
          message: 'La respuesta a «{what}» es el error -32601 con HTTP {status} en lugar de 404.',
          fix: 'En 2026-07-28, responda a un método que el servidor no tiene con HTTP 404 y el error -32601.',
        },
        'broken-json': {
          message: 'La respuesta a «{what}» es HTTP {status}.',
          fix: 'Responda a un cuerpo que no es JSON con HTTP 400 y el error JSON-RPC -32700.',
        },
      },
    },
  },
  examples: {
    pass: [
      { errors: { unknownMethod, unknownModern: { ...unknownMethod, status: 404 }, brokenJson, textType } },
      { errors: { unknownMethod, textType: { ...unknownMethod, body: 'result' } } },
    ],
    fail: [
      {
        errors: {
          unknownMethod: { ...unknownMethod, body: 'result' },
          brokenJson: { ...brokenJson, status: 200 },
          textType: { ...textType, status: 500 },
        },
      },
      {
        errors: {
          unknownMethod,
          brokenJson: { status: 400, contentType: 'text/html', body: 'other', excerpt: '<html>' },
        },
      },
      {
        errors: {
          unknownMethod: { ...unknownMethod, code: -32000 },
          unknownModern: { ...textType, status: 400 },
        },
      },
      { errors: { unknownModern: unknownMethod } },
    ],
  },
})

type Case = 'server-error' | 'html' | 'unknown-method' | 'method-status' | 'broken-json'

function caseOf(name: keyof ErrorFacts, { status, contentType, body, code }: OddAnswer): Case | undefined {
  if (status >= 500) return 'server-error'
  if (contentType === 'text/html') return 'html'
  if (name === 'brokenJson') return status < 400 ? 'broken-json' : undefined
  if (name === 'textType') return undefined
  if (body !== 'error' || code !== -32601) return 'unknown-method'
  return name === 'unknownModern' && status !== 404 ? 'method-status' : undefined
}

const signals = {
  unknownMethod: 'unknown method',
  unknownModern: 'unknown method',
  brokenJson: 'bad JSON',
  textType: 'content type',
} as const satisfies Record<keyof ErrorFacts, string>

function draft(found: Case, name: keyof ErrorFacts, what: string, answer: OddAnswer): Draft {
  const { status, code, body, excerpt } = answer
  const got = body === 'error' ? `error ${code ?? 'without code'}` : body
  return { case: found, signal: signals[name], params: { what, status, got }, excerpt }
}
