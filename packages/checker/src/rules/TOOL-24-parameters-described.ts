import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { choicesOf, isText, parametersOf, type Parameter } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const LEAST_SHARE = 0.9
/** "one of: a, b, c" and its like: choices that a schema could state. */
const choices =
  /\b(one of|either|must be one of|possible values|allowed values|valid values|accepted values|options are)\b:? {0,3}["'`([]?[\w-]{1,30}["'`]?(,| or |\||\/)/

export const rule = defineRule({
  id: 'TOOL-24',
  title: 'Arguments are described, and choices are enumerated',
  why: 'A model fills in what it understands; with an enum it cannot guess wrong.',
  clause: clauses.policyDescription,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const { at, page, name } = tool
      const parameters = parametersOf(tool)
      const silent = parameters.filter(({ words }) => words === '')
      if (silent.length > parameters.length * (1 - LEAST_SHARE)) {
        const names = silent.slice(0, 20).map((parameter) => parameter.name)
        yield {
          case: 'undescribed',
          at,
          page,
          params: { tool: name, count: silent.length, all: parameters.length, parameters: names },
        }
      }
      const spoken = parameters
        .filter((parameter) => saysChoices(parameter))
        .map((parameter) => parameter.name)
      if (spoken.length > 0) yield { case: 'choices', at, page, params: { tool: name, parameters: spoken } }
    }
  },
  text: {
    en: {
      pass: 'At least nine of ten arguments of every tool are described, and choices are enums.',
      cases: {
        undescribed: {
          message: '{count} of {all} arguments of tool {tool} have no description: {parameters}.',
          fix: 'Describe them in the inputSchema of {tool}: what they mean, in which form, with an example.',
        },
        choices: {
          message: 'Tool {tool} lists the choices of an argument in words only: {parameters}.',
          fix: 'State the choices as enum in the inputSchema of {tool}.',
        },
      },
    },
    de: {
      title: 'Argumente sind beschrieben, Auswahlen aufgezählt',
      why: 'Ein Modell füllt aus, was es versteht; mit einem enum kann es nicht falsch raten.',
      pass: 'Mindestens neun von zehn Argumenten jedes Werkzeugs sind beschrieben, und Auswahlen sind enums.',
      cases: {
        undescribed: {
          message:
            '{count} von {all} Argumenten des Werkzeugs {tool} haben keine Beschreibung: {parameters}.',
          fix: 'Beschreiben Sie sie im inputSchema von {tool}: was sie bedeuten, in welcher Form, mit einem Beispiel.',
        },
        choices: {
          message: 'Das Werkzeug {tool} nennt die Auswahl eines Arguments nur in Worten: {parameters}.',
          fix: 'Nennen Sie die Auswahl als enum im inputSchema von {tool}.',
        },
      },
    },
    es: {
      title: 'Los argumentos están descritos y las opciones enumeradas',
      why: 'Un modelo rellena lo que entiende; con un enum no puede equivocarse al adivinar.',
      pass: 'Al menos nueve de cada diez argumentos de cada herramienta están descritos, y las opciones son enums.',
      cases: {
        undescribed: {
          message:
            '{count} de {all} argumentos de la herramienta {tool} no tienen descripción: {parameters}.',
          fix: 'Descríbalos en el inputSchema de {tool}: qué significan, en qué forma, con un ejemplo.',
        },
        choices: {
          message:
            'La herramienta {tool} nombra las opciones de un argumento solo con palabras: {parameters}.',
          fix: 'Declare las opciones como enum en el inputSchema de {tool}.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', inputSchema: { properties: {} } },
        { name: 'b', inputSchema: { properties: { n: { type: 'integer', description: 'How many.' } } } },
        {
          name: 'c',
          inputSchema: {
            properties: {
              by: { type: 'string', description: 'One of: name, date.', enum: ['name', 'date'] },
            },
          },
        },
      ),
    ],
    fail: [
      listed({ name: 'a', inputSchema: { properties: { n: { type: 'integer' } } } }),
      listed({
        name: 'a',
        inputSchema: { properties: { by: { type: 'string', description: 'One of: name, date.' } } },
      }),
    ],
  },
})

function saysChoices(parameter: Parameter): boolean {
  if (!isText(parameter) || choicesOf(parameter.schema) || 'pattern' in parameter.schema) return false
  return choices.test(parameter.words.slice(0, 2000))
}
