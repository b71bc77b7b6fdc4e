import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

/** No machine can know it, so there is one task for each server that is submitted, and none for a mere check. */
export const rule = defineRule({
  id: 'TOOL-16',
  title: 'Every tool does what its text says',
  why: 'A model and its user know a tool by its text alone; whether the text is true shows only when somebody uses it.',
  clause: clauses.policyBehaviour,
  scope: 'passive',
  needs: ['review', 'tools'],
  *check({ tools }) {
    const names = [...objectTools(tools.list)].map(({ name }) => name)
    if (names.length === 0) return
    const params = { count: names.length, tools: names.slice(0, 100) }
    yield { case: 'try', outcome: 'needs-human', params, excerpt: names.slice(0, 100) }
  },
  text: {
    en: {
      pass: 'There is no tool whose behaviour could differ from its text.',
      cases: {
        try: {
          message: 'A person compares text and behaviour of the {count} tools: {tools}.',
          fix: 'A reviewer calls each tool on the test account, best with the example prompts, and notes what differs from its description.',
        },
      },
    },
    de: {
      title: 'Jedes Werkzeug tut, was sein Text sagt',
      why: 'Ein Modell und sein Benutzer kennen ein Werkzeug nur aus seinem Text; ob er stimmt, zeigt sich erst beim Gebrauch.',
      pass: 'Es gibt kein Werkzeug, dessen Verhalten von seinem Text abweichen könnte.',
      cases: {
        try: {
          message: 'Ein Mensch vergleicht Text und Verhalten der {count} Werkzeuge: {tools}.',
          fix: 'Eine Prüferin ruft jedes Werkzeug mit dem Testkonto auf, am besten mit den Beispielen, und hält fest, was von der Beschreibung abweicht.',
        },
      },
    },
    es: {
      title: 'Toda herramienta hace lo que dice su texto',
      why: 'Un modelo y su usuario conocen una herramienta solo por su texto; si es verdad se ve al usarla.',
      pass: 'No hay ninguna herramienta cuyo comportamiento pueda diferir de su texto.',
      cases: {
        try: {
          message: 'Una persona compara texto y comportamiento de las {count} herramientas: {tools}.',
          fix: 'Una persona llama a cada herramienta con la cuenta de prueba, mejor con los ejemplos, y anota lo que difiere de su descripción.',
        },
      },
    },
  },
  examples: {
    pass: [{ review: { asked: true }, ...listed() }],
    fail: [{ review: { asked: true }, ...listed({ name: 'list_notes' }) }],
  },
})
