import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { choicesOf, keyOf, parametersOf, type Parameter } from '../parameters.ts'
import { objectTools, type NamedTool } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const methodKeys: ReadonlySet<string> = new Set(['method', 'httpmethod', 'verb', 'httpverb', 'requestmethod'])
const placeKeys: ReadonlySet<string> = new Set([
  'path',
  'endpoint',
  'url',
  'uri',
  'route',
  'apipath',
  'urlpath',
])
const reads = /\b(get|head|options)\b/i
const writes = /\b(post|put|patch|delete)\b/i
const caller =
  /(api|http|rest|raw|call|make|send|generic)(request|call|api)|callapi|requestapi|^(curl|request|fetchapi|invokeapi|rawapi)$/

export const rule = defineRule({
  id: 'TOOL-12',
  title: 'No tool is a gate to a whole API',
  why: 'A tool that sends any method anywhere cannot be called read-only or destructive, and nobody can allow half of it.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const found = gateOf(tool)
      if (!found) continue
      const { at, page } = tool
      const params = { tool: tool.name, parameter: found.parameter }
      const excerpt = found.excerpt
      if (found.certain) yield { case: 'any-method', at, page, params, excerpt }
      else yield { case: 'maybe', outcome: 'needs-human', at, page, params, excerpt }
    }
  },
  text: {
    en: {
      pass: 'No tool takes an HTTP method that reads or writes.',
      cases: {
        'any-method': {
          message:
            'Tool {tool} sends requests of any kind: its argument {parameter} chooses among methods that read and methods that write.',
          fix: 'Split {tool} into tools that each do one thing, reading apart from writing.',
        },
        maybe: {
          message: 'Tool {tool} may send requests of any kind (argument {parameter}).',
          fix: 'A reviewer looks whether {tool} reaches more than one purpose. If so, split it, reading apart from writing.',
        },
      },
    },
    de: {
      title: 'Kein Werkzeug ist das Tor zu einer ganzen Schnittstelle',
      why: 'Ein Werkzeug, das jede Methode überallhin sendet, ist weder nur lesend noch zerstörend zu nennen, und niemand kann die Hälfte davon erlauben.',
      pass: 'Kein Werkzeug nimmt eine HTTP-Methode an, die lesen oder schreiben kann.',
      cases: {
        'any-method': {
          message:
            'Das Werkzeug {tool} sendet Anfragen jeder Art: sein Argument {parameter} wählt zwischen lesenden und schreibenden Methoden.',
          fix: 'Teilen Sie {tool} in Werkzeuge, die je eine Sache tun, Lesen getrennt vom Schreiben.',
        },
        maybe: {
          message: 'Das Werkzeug {tool} sendet womöglich Anfragen jeder Art (Argument {parameter}).',
          fix: 'Eine Prüferin sieht nach, ob {tool} mehr als einem Zweck dient. Wenn ja, teilen Sie es, Lesen getrennt vom Schreiben.',
        },
      },
    },
    es: {
      title: 'Ninguna herramienta es la puerta a toda una API',
      why: 'Una herramienta que envía cualquier método a cualquier sitio no puede llamarse de solo lectura ni destructiva, y nadie puede permitir la mitad.',
      pass: 'Ninguna herramienta admite un método HTTP que lea o escriba.',
      cases: {
        'any-method': {
          message:
            'La herramienta {tool} envía peticiones de cualquier tipo: su argumento {parameter} elige entre métodos que leen y métodos que escriben.',
          fix: 'Divida {tool} en herramientas que hagan una sola cosa, lectura aparte de escritura.',
        },
        maybe: {
          message: 'La herramienta {tool} quizá envíe peticiones de cualquier tipo (argumento {parameter}).',
          fix: 'Una persona mira si {tool} sirve a más de un fin. Si es así, divídala, lectura aparte de escritura.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'get_page', inputSchema: { properties: { path: { type: 'string' } } } },
        {
          name: 'pay',
          inputSchema: { properties: { method: { enum: ['card', 'invoice'] }, path: { type: 'string' } } },
        },
      ),
    ],
    fail: [
      listed({
        name: 'api_request',
        inputSchema: {
          properties: { method: { enum: ['GET', 'POST', 'DELETE'] }, path: { type: 'string' } },
        },
      }),
      listed({
        name: 'create_monitor',
        inputSchema: { properties: { httpMethod: { enum: ['GET', 'POST'] }, url: { type: 'string' } } },
      }),
      listed({
        name: 'call_api',
        inputSchema: { properties: { method: { type: 'string' }, path: { type: 'string' } } },
      }),
    ],
  },
})

function gateOf(tool: NamedTool) {
  const parameters = parametersOf(tool)
  const method = parameters.find(({ key }) => methodKeys.has(key))
  if (!method) return undefined
  const place = parameters.find(({ key }) => placeKeys.has(key))
  const mixes = mixesMethods(method)
  const named = caller.test(keyOf(tool.name))
  if (!mixes && !(named && place && !choicesOf(method.schema))) return undefined
  const excerpt = { name: tool.name, [method.name]: method.schema }
  return { parameter: method.name, excerpt, certain: mixes && named && place !== undefined }
}

function mixesMethods({ schema, words }: Parameter): boolean {
  const choices = choicesOf(schema)
  if (choices) return choices.some((one) => reads.test(one)) && choices.some((one) => writes.test(one))
  return reads.test(words) && writes.test(words) && /\bhttp\b|\bmethod\b|\bverb\b/.test(words)
}
