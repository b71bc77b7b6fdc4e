import { clauses } from '../clauses.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const FEWEST = 20
const MOST = 2000

export const rule = defineRule({
  id: 'TOOL-15',
  title: 'Every tool describes itself',
  why: 'The model decides from the description alone whether to call the tool; clients cut long ones.',
  clause: clauses.policyDescription,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const { name, at, page, raw } of objectTools(tools.list)) {
      const { description } = raw
      const text = typeof description === 'string' ? description.trim() : ''
      const { length } = Array.from(text)
      const params = { tool: name, length, fewest: FEWEST, most: MOST }
      if (length === 0) yield { case: 'none', at, page, params }
      else if (length < FEWEST) yield { case: 'short', at, page, params, excerpt: text }
      else if (length > MOST) yield { case: 'long', at, page, params, excerpt: text }
    }
  },
  text: {
    en: {
      pass: 'Every description has 20 to 2,000 characters.',
      cases: {
        none: {
          message: 'Tool {tool} has no description.',
          fix: 'Say in {fewest} to {most} characters what {tool} does and when to call it.',
        },
        short: {
          message: 'The description of tool {tool} has only {length} characters.',
          fix: 'Say in at least {fewest} characters what {tool} does and when to call it.',
        },
        long: {
          message: 'The description of tool {tool} has {length} characters; clients cut it after {most}.',
          fix: 'Shorten the description of {tool} to {most} characters, the most important first.',
        },
      },
    },
    de: {
      title: 'Jedes Werkzeug beschreibt sich',
      why: 'Das Modell entscheidet allein nach der Beschreibung, ob es das Werkzeug aufruft; Clients kürzen lange.',
      pass: 'Jede Beschreibung hat 20 bis 2.000 Zeichen.',
      cases: {
        none: {
          message: 'Das Werkzeug {tool} hat keine Beschreibung.',
          fix: 'Sagen Sie in {fewest} bis {most} Zeichen, was {tool} tut und wann man es aufruft.',
        },
        short: {
          message: 'Die Beschreibung des Werkzeugs {tool} hat nur {length} Zeichen.',
          fix: 'Sagen Sie in mindestens {fewest} Zeichen, was {tool} tut und wann man es aufruft.',
        },
        long: {
          message:
            'Die Beschreibung des Werkzeugs {tool} hat {length} Zeichen; Clients schneiden sie nach {most} ab.',
          fix: 'Kürzen Sie die Beschreibung von {tool} auf {most} Zeichen, das Wichtigste zuerst.',
        },
      },
    },
    es: {
      title: 'Cada herramienta se describe',
      why: 'El modelo decide solo por la descripción si llama a la herramienta; los clientes cortan las largas.',
      pass: 'Cada descripción tiene entre 20 y 2.000 caracteres.',
      cases: {
        none: {
          message: 'La herramienta {tool} no tiene descripción.',
          fix: 'Diga en {fewest} a {most} caracteres qué hace {tool} y cuándo llamarla.',
        },
        short: {
          message: 'La descripción de la herramienta {tool} solo tiene {length} caracteres.',
          fix: 'Diga en al menos {fewest} caracteres qué hace {tool} y cuándo llamarla.',
        },
        long: {
          message:
            'La descripción de la herramienta {tool} tiene {length} caracteres; los clientes la cortan tras {most}.',
          fix: 'Acorte la descripción de {tool} a {most} caracteres, lo más importante primero.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        tools: {
          list: [
            { page: 1, index: 1, raw: { name: 'a', description: 'Lists the open issues of a project.' } },
          ],
        },
      },
    ],
    fail: [
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', description: '  ' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', description: 'Lists.' } }] } },
      { tools: { list: [{ page: 1, index: 1, raw: { name: 'a', description: 'x'.repeat(2001) } }] } },
    ],
  },
})
