import { clauses } from '../clauses.ts'
import type { MessageFault } from '../evidence/protocol-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: wire validity. The facts of a tool, of the version and of caching have rules of their own. */
export const rule = defineRule({
  id: 'PRO-02',
  title: 'Every message is valid under its revision of the protocol',
  why: 'Clients check what they read: a message without the right form is dropped, and the request waits for ever.',
  clause: clauses.mcpMessages,
  scope: 'passive',
  needs: ['messages'],
  *check({ messages }) {
    for (const { name, kind, method, revision, where, problem, count } of messages.faults) {
      yield {
        case: name,
        signal: kind,
        at: `${method}#${where}`,
        params: { method, where: where || '/', problem, count, revision: revision ?? '-' },
      }
    }
  },
  text: {
    en: {
      pass: 'Every message that the server sent has the form of its revision.',
      cases: {
        'not-json': {
          message: 'The answer to {method} is not JSON.',
          fix: 'Answer every request with one JSON-RPC message; write logs elsewhere.',
        },
        jsonrpc: {
          message: 'The answer to {method} is no JSON-RPC 2.0 message: {where} {problem}.',
          fix: 'Send "jsonrpc": "2.0" in every message.',
        },
        'no-outcome': {
          message: 'The answer to {method} has neither result nor error.',
          fix: 'Answer every request with a result or with an error; an empty result is {}.',
        },
        id: {
          message: 'The answer to {method} does not repeat the id of the request: the id {problem}.',
          fix: 'Send back the id exactly as it came, a number as a number and a text as a text.',
        },
        nameless: {
          message: 'An error in answer to {method} comes with HTTP 200 and an id that {problem}.',
          fix: 'Put the id of the request into the error; otherwise the client waits until its time is over.',
        },
        opening: {
          message: 'The result of {method} lacks what a client needs to begin: {where} {problem}.',
          fix: 'Correct {where}; a client of MCP {revision} ends the conversation without it.',
        },
        shape: {
          message: 'A message of {method} departs from MCP {revision}: {where} {problem} ({count} times).',
          fix: 'Correct {where}; a strict client drops the whole message.',
        },
      },
    },
    de: {
      title: 'Jede Nachricht ist in ihrer Revision des Protokolls gültig',
      why: 'Clients prüfen, was sie lesen: Eine Nachricht ohne die richtige Form wird verworfen, und die Anfrage wartet ewig.',
      pass: 'Jede Nachricht des Servers hat die Form ihrer Revision.',
      cases: {
        'not-json': {
          message: 'Die Antwort auf {method} ist kein JSON.',
          fix: 'Beantworten Sie jede Anfrage mit einer JSON-RPC-Nachricht; Protokollausgaben gehören anderswohin.',
        },
        jsonrpc: {
          message: 'Die Antwort auf {method} ist keine Nachricht nach JSON-RPC 2.0: {where} {problem}.',
          fix: 'Senden Sie in jeder Nachricht "jsonrpc": "2.0".',
        },
        'no-outcome': {
          message: 'Die Antwort auf {method} hat weder result noch error.',
          fix: 'Beantworten Sie jede Anfrage mit result oder error; ein leeres Ergebnis ist {}.',
        },
        id: {
          message: 'Die Antwort auf {method} wiederholt die id der Anfrage nicht: Die id {problem}.',
          fix: 'Senden Sie die id zurück, wie sie kam, eine Zahl als Zahl und einen Text als Text.',
        },
        nameless: {
          message:
            'Ein Fehler als Antwort auf {method} kommt mit HTTP 200 und einer id, die unbrauchbar ist ({problem}).',
          fix: 'Setzen Sie die id der Anfrage in den Fehler; sonst wartet der Client, bis seine Zeit um ist.',
        },
        opening: {
          message: 'Dem Ergebnis von {method} fehlt, was ein Client zum Anfangen braucht: {where} {problem}.',
          fix: 'Berichtigen Sie {where}; ein Client nach MCP {revision} bricht sonst ab.',
        },
        shape: {
          message:
            'Eine Nachricht von {method} weicht von MCP {revision} ab: {where} {problem} ({count}-mal).',
          fix: 'Berichtigen Sie {where}; ein strenger Client verwirft die ganze Nachricht.',
        },
      },
    },
    es: {
      title: 'Todo mensaje es válido en su revisión del protocolo',
      why: 'Los clientes comprueban lo que leen: un mensaje mal formado se descarta y la petición espera para siempre.',
      pass: 'Todos los mensajes del servidor tienen la forma de su revisión.',
      cases: {
        'not-json': {
          message: 'La respuesta a {method} no es JSON.',
          fix: 'Responda a cada petición con un mensaje JSON-RPC; los registros van en otro sitio.',
        },
        jsonrpc: {
          message: 'La respuesta a {method} no es un mensaje JSON-RPC 2.0: {where} {problem}.',
          fix: 'Envíe "jsonrpc": "2.0" en cada mensaje.',
        },
        'no-outcome': {
          message: 'La respuesta a {method} no tiene result ni error.',
          fix: 'Responda a cada petición con result o con error; un resultado vacío es {}.',
        },
        id: {
          message: 'La respuesta a {method} no repite el id de la petición: el id {problem}.',
          fix: 'Devuelva el id tal como llegó, un número como número y un texto como texto.',
        },
        nameless: {
          message:
            'Un error en respuesta a {method} llega con HTTP 200 y con un id que no sirve ({problem}).',
          fix: 'Ponga en el error el id de la petición; si no, el cliente espera hasta agotar su tiempo.',
        },
        opening: {
          message:
            'Al resultado de {method} le falta lo que un cliente necesita para empezar: {where} {problem}.',
          fix: 'Corrija {where}; sin ello, un cliente de MCP {revision} termina la conversación.',
        },
        shape: {
          message: 'Un mensaje de {method} se aparta de MCP {revision}: {where} {problem} ({count} veces).',
          fix: 'Corrija {where}; un cliente estricto descarta el mensaje entero.',
        },
      },
    },
  },
  examples: {
    pass: [{ messages: { judged: 12, faults: [] } }],
    fail: [
      heard({ name: 'not-json', kind: 'answer', where: '', problem: 'is not JSON' }),
      heard({ name: 'jsonrpc', kind: 'answer', where: '/jsonrpc', problem: 'is missing' }),
      heard({ name: 'no-outcome', kind: 'answer', where: '/result', problem: 'is missing' }),
      heard({ name: 'id', kind: 'result', where: '/id', problem: 'is string instead of number' }),
      heard({ name: 'nameless', kind: 'error', where: '/id', problem: 'is null' }),
      heard({ name: 'opening', kind: 'result', where: '/result/serverInfo', problem: 'is missing' }),
      heard({ name: 'shape', kind: 'result', where: '/result/nextCursor', problem: 'must be string' }),
    ],
  },
})

function heard(fault: Omit<MessageFault, 'method' | 'revision' | 'count'>) {
  return {
    messages: { judged: 3, faults: [{ ...fault, method: 'tools/list', revision: '2025-11-25', count: 1 }] },
  }
}
