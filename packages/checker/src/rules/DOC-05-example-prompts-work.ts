import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const FEWEST = 3

/** Whether the examples work is tried by the person who does TOOL-16. */
export const rule = defineRule({
  id: 'DOC-05',
  title: 'At least three example prompts name tools that exist',
  why: 'Examples show users what to ask and reviewers what to try.',
  clause: clauses.policyExamples,
  scope: 'passive',
  needs: ['examplePrompts', 'tools'],
  *check({ examplePrompts: { prompts }, tools }) {
    const given = prompts.filter(({ prompt }) => prompt.trim() !== '')
    if (given.length < FEWEST) yield { case: 'few', params: { count: given.length, fewest: FEWEST } }
    const names = new Set([...objectTools(tools.list)].map(({ name }) => name))
    for (const [index, { prompt, tools: named = [] }] of given.entries()) {
      const at = `examplePrompts/${index + 1}`
      const unknown = named.filter((name) => !names.has(name))
      const params = { prompt: prompt.slice(0, 200), unknown }
      if (unknown.length > 0) yield { case: 'unknown-tool', at, params }
      else if (named.length === 0) yield { case: 'no-tool', at, params: { prompt: prompt.slice(0, 200) } }
    }
  },
  text: {
    en: {
      pass: 'There are at least three example prompts, and each names tools that the server has.',
      cases: {
        few: {
          message: 'There are {count} example prompts; {fewest} are needed.',
          fix: 'Write at least {fewest} prompts that work, each with what should happen.',
        },
        'unknown-tool': {
          message: 'The example "{prompt}" names tools that the server does not have: {unknown}.',
          fix: 'Name the tools as the server lists them.',
        },
        'no-tool': {
          message: 'The example "{prompt}" names no tool.',
          fix: 'Name the tools that answer it, so that it can be tried.',
        },
      },
    },
    de: {
      title: 'Mindestens drei Beispiele nennen Werkzeuge, die es gibt',
      why: 'Beispiele zeigen Benutzern, was sie fragen, und Prüferinnen, was sie versuchen können.',
      pass: 'Es gibt mindestens drei Beispiele, und jedes nennt Werkzeuge, die der Server hat.',
      cases: {
        few: {
          message: 'Es gibt {count} Beispiele; nötig sind {fewest}.',
          fix: 'Schreiben Sie mindestens {fewest} Beispiele, die funktionieren, je mit dem, was geschehen soll.',
        },
        'unknown-tool': {
          message: 'Das Beispiel „{prompt}“ nennt Werkzeuge, die der Server nicht hat: {unknown}.',
          fix: 'Nennen Sie die Werkzeuge so, wie der Server sie aufführt.',
        },
        'no-tool': {
          message: 'Das Beispiel „{prompt}“ nennt kein Werkzeug.',
          fix: 'Nennen Sie die Werkzeuge, die es beantworten, damit man es versuchen kann.',
        },
      },
    },
    es: {
      title: 'Al menos tres ejemplos nombran herramientas que existen',
      why: 'Los ejemplos muestran a los usuarios qué preguntar y a quien revisa qué probar.',
      pass: 'Hay al menos tres ejemplos, y cada uno nombra herramientas que el servidor tiene.',
      cases: {
        few: {
          message: 'Hay {count} ejemplos; hacen falta {fewest}.',
          fix: 'Escriba al menos {fewest} ejemplos que funcionen, cada uno con lo que debe pasar.',
        },
        'unknown-tool': {
          message: 'El ejemplo «{prompt}» nombra herramientas que el servidor no tiene: {unknown}.',
          fix: 'Nombre las herramientas como las lista el servidor.',
        },
        'no-tool': {
          message: 'El ejemplo «{prompt}» no nombra ninguna herramienta.',
          fix: 'Nombre las herramientas que lo responden, para que se pueda probar.',
        },
      },
    },
  },
  examples: {
    pass: [
      { examplePrompts: { prompts: asking(['list'], ['list'], ['list']) }, ...listed({ name: 'list' }) },
    ],
    fail: [
      { examplePrompts: { prompts: asking(['list']) }, ...listed({ name: 'list' }) },
      { examplePrompts: { prompts: asking(['list'], ['gone'], ['list']) }, ...listed({ name: 'list' }) },
      { examplePrompts: { prompts: asking(['list'], [], ['list']) }, ...listed({ name: 'list' }) },
    ],
  },
})

function asking(...tools: readonly string[][]) {
  return tools.map((named) => ({ prompt: 'Which notes do I have?', tools: named }))
}
