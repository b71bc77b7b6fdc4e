import { clauses } from '../clauses.ts'
import { deedOfWord } from '../head-verb.ts'
import { splitName } from '../hints.ts'
import { listed } from '../listed.ts'
import { choicesOf, parametersOf } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const selectors: ReadonlySet<string> = new Set(
  'action operation command op mode actiontype operationtype method task subcommand'.split(' '),
)

export const rule = defineRule({
  id: 'TOOL-13',
  title: 'No tool mixes reading and writing',
  why: 'One hint holds for the whole tool: with "list" and "delete" behind one name a user cannot allow only the harmless part.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      for (const { name, key, schema } of parametersOf(tool)) {
        if (!selectors.has(key)) continue
        const choices = choicesOf(schema) ?? []
        const reads = choices.filter((choice) => doing(choice) === 'read')
        const writes = choices.filter((choice) => ['write', 'delete'].includes(doing(choice) ?? ''))
        // HTTP methods are TOOL-12's business.
        if (reads.length === 0 || writes.length === 0 || choices.includes('GET')) continue
        yield {
          case: 'mixed',
          outcome: 'needs-human',
          at: tool.at,
          page: tool.page,
          params: { tool: tool.name, parameter: name, reads: reads.slice(0, 5), writes: writes.slice(0, 5) },
          excerpt: { [name]: schema },
        }
      }
    }
  },
  text: {
    en: {
      pass: 'No tool chooses by an argument between reading and writing.',
      cases: {
        mixed: {
          message: 'Tool {tool} reads ({reads}) or writes ({writes}), as its argument {parameter} says.',
          fix: 'Split {tool}: one tool that reads and one that writes, each with its own hints.',
        },
      },
    },
    de: {
      title: 'Kein Werkzeug mischt Lesen und Schreiben',
      why: 'Ein Hinweis gilt für das ganze Werkzeug: Stehen „list“ und „delete“ hinter einem Namen, kann niemand nur den harmlosen Teil erlauben.',
      pass: 'Kein Werkzeug wählt durch ein Argument zwischen Lesen und Schreiben.',
      cases: {
        mixed: {
          message:
            'Das Werkzeug {tool} liest ({reads}) oder schreibt ({writes}), je nach seinem Argument {parameter}.',
          fix: 'Teilen Sie {tool}: ein Werkzeug, das liest, und eines, das schreibt, jedes mit eigenen Hinweisen.',
        },
      },
    },
    es: {
      title: 'Ninguna herramienta mezcla lectura y escritura',
      why: 'Una indicación vale para toda la herramienta: con «list» y «delete» tras un mismo nombre nadie puede permitir solo la parte inocua.',
      pass: 'Ninguna herramienta elige con un argumento entre leer y escribir.',
      cases: {
        mixed: {
          message: 'La herramienta {tool} lee ({reads}) o escribe ({writes}) según su argumento {parameter}.',
          fix: 'Divida {tool}: una herramienta que lea y otra que escriba, cada una con sus indicaciones.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', inputSchema: { properties: { action: { enum: ['list', 'get'] } } } },
        { name: 'b', inputSchema: { properties: { action: { enum: ['create', 'delete'] } } } },
        { name: 'c', inputSchema: { properties: { mode: { enum: ['fast', 'slow'] } } } },
      ),
    ],
    fail: [listed({ name: 'a', inputSchema: { properties: { action: { enum: ['list', 'delete_all'] } } } })],
  },
})

function doing(choice: string) {
  return deedOfWord(splitName(choice)[0] ?? '')
}
