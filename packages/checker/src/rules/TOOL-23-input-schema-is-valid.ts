import { clauses } from '../clauses.ts'
import { faultOf } from '../input-schema.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'TOOL-23',
  title: 'Every input schema is valid JSON Schema for an object',
  why: 'Clients build the call from the schema; one that is invalid makes the tool, or the whole list, unusable.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const { name, at, page, raw } of objectTools(tools.list)) {
      const fault = faultOf(raw['inputSchema'])
      if (!fault) continue
      const params = { tool: name, where: fault.where, problem: fault.problem }
      yield { case: fault.name, at, page, params, excerpt: raw['inputSchema'] ?? null }
    }
  },
  text: {
    en: {
      pass: 'Every input schema is a valid JSON Schema of type object.',
      cases: {
        missing: {
          message: 'Tool {tool} has no inputSchema.',
          fix: 'Add an inputSchema to {tool}; without parameters: {"type": "object", "properties": {}}.',
        },
        'not-object': {
          message: 'The inputSchema of tool {tool} is not of type "object".',
          fix: 'Set "type": "object" at the root of the inputSchema of {tool}.',
        },
        invalid: {
          message: 'The inputSchema of tool {tool} is not valid JSON Schema: {where} {problem}.',
          fix: 'Correct {where} in the inputSchema of {tool}.',
        },
        reference: {
          message:
            'The inputSchema of tool {tool} refers to {problem} at {where}, which the schema does not contain.',
          fix: 'Put what {problem} means into the $defs of the inputSchema of {tool}.',
        },
      },
    },
    de: {
      title: 'Jedes Eingabeschema ist gültiges JSON Schema für ein Objekt',
      why: 'Clients bauen den Aufruf nach dem Schema; ein ungültiges macht das Werkzeug oder die ganze Liste unbrauchbar.',
      pass: 'Jedes Eingabeschema ist gültiges JSON Schema vom Typ object.',
      cases: {
        missing: {
          message: 'Das Werkzeug {tool} hat kein inputSchema.',
          fix: 'Ergänzen Sie ein inputSchema bei {tool}; ohne Parameter: {"type": "object", "properties": {}}.',
        },
        'not-object': {
          message: 'Das inputSchema des Werkzeugs {tool} ist nicht vom Typ "object".',
          fix: 'Setzen Sie "type": "object" an der Wurzel des inputSchema von {tool}.',
        },
        invalid: {
          message: 'Das inputSchema des Werkzeugs {tool} ist kein gültiges JSON Schema: {where} {problem}.',
          fix: 'Berichtigen Sie {where} im inputSchema von {tool}.',
        },
        reference: {
          message:
            'Das inputSchema des Werkzeugs {tool} verweist bei {where} auf {problem}, was das Schema nicht enthält.',
          fix: 'Setzen Sie, was {problem} meint, in die $defs des inputSchema von {tool}.',
        },
      },
    },
    es: {
      title: 'Cada esquema de entrada es un JSON Schema válido para un objeto',
      why: 'Los clientes construyen la llamada con el esquema; uno no válido inutiliza la herramienta o toda la lista.',
      pass: 'Cada esquema de entrada es un JSON Schema válido de tipo object.',
      cases: {
        missing: {
          message: 'La herramienta {tool} no tiene inputSchema.',
          fix: 'Añada un inputSchema a {tool}; sin parámetros: {"type": "object", "properties": {}}.',
        },
        'not-object': {
          message: 'El inputSchema de la herramienta {tool} no es de tipo "object".',
          fix: 'Ponga "type": "object" en la raíz del inputSchema de {tool}.',
        },
        invalid: {
          message: 'El inputSchema de la herramienta {tool} no es un JSON Schema válido: {where} {problem}.',
          fix: 'Corrija {where} en el inputSchema de {tool}.',
        },
        reference: {
          message:
            'El inputSchema de la herramienta {tool} remite en {where} a {problem}, que el esquema no contiene.',
          fix: 'Ponga lo que significa {problem} en los $defs del inputSchema de {tool}.',
        },
      },
    },
  },
  examples: {
    pass: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', inputSchema: { type: 'object' } } }] } },
      {
        tools: {
          list: [
            {
              page: 1,
              index: 1,
              raw: {
                name: 'a',
                inputSchema: {
                  type: 'object',
                  properties: { id: { $ref: '#/$defs/id' } },
                  $defs: { id: { type: 'string', pattern: '^[a-z]+$' } },
                },
              },
            },
            {
              page: 1,
              index: 2,
              raw: {
                name: 'b',
                inputSchema: {
                  $schema: 'http://json-schema.org/draft-07/schema#',
                  type: 'object',
                  properties: { pair: { type: 'array', items: [{ type: 'string' }, { type: 'number' }] } },
                },
              },
            },
          ],
        },
      },
    ],
    fail: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', inputSchema: {} } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', inputSchema: { type: 'string' } } }] } },
      {
        tools: {
          list: [{ page: 1, index: 1, raw: { name: 'a', inputSchema: { type: 'object', properties: [] } } }],
        },
      },
      {
        tools: {
          list: [
            {
              page: 1,
              index: 1,
              raw: {
                name: 'a',
                inputSchema: { type: 'object', properties: { a: { $ref: '#/$defs/none' } } },
              },
            },
          ],
        },
      },
      {
        tools: {
          list: [
            {
              page: 1,
              index: 1,
              raw: {
                name: 'a',
                inputSchema: { type: 'object', properties: { a: { type: 'string', pattern: '(' } } },
              },
            },
          ],
        },
      },
    ],
  },
})
