import { called, callsIn, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

/** Also known as: TLS-OUTPUT. */
export const rule = defineRule({
  id: 'TOOL-29',
  title: 'A declared outputSchema is honoured',
  why: 'Clients check structuredContent against it and throw away a result that does not fit.',
  clause: clauses.mcpTools,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    const declaring = calls.tools.filter(({ declaresOutput }) => declaresOutput)
    if (declaring.length === 0) yield { outcome: 'not-applicable', because: 'no-output-schema' }
    for (const { tool, at, one } of callsIn({ ...calls, tools: declaring })) {
      const { structured, problem = '', input: excerpt } = one
      const params = { tool, problem }
      if (structured === 'invalid') yield { case: 'invalid', at, params, excerpt }
      else if (structured === 'missing') yield { case: 'missing', at, params, excerpt }
      else if (structured === 'unjudged')
        yield { outcome: 'could-not-look', because: 'schema-unjudged', at, params }
    }
    yield* unseen(declaring.filter(({ cases }) => !cases.some(({ structured }) => structured)))
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'structuredContent fits the outputSchema of its tool.',
      cases: {
        invalid: {
          message: 'structuredContent of {tool} does not fit its outputSchema: {problem}.',
          fix: 'Return what the schema says, or mend the schema.',
        },
        missing: {
          message: 'Tool {tool} declares an outputSchema and gives a result without structuredContent.',
          fix: 'Return structuredContent, or take the outputSchema out.',
        },
      },
    },
    de: {
      title: 'Ein erklärtes outputSchema wird eingehalten',
      why: 'Clients prüfen structuredContent daran und verwerfen ein Ergebnis, das nicht passt.',
      pass: 'structuredContent passt zum outputSchema seines Werkzeugs.',
      cases: {
        invalid: {
          message: 'structuredContent von {tool} passt nicht zu seinem outputSchema: {problem}.',
          fix: 'Geben Sie zurück, was das Schema sagt, oder ändern Sie das Schema.',
        },
        missing: {
          message:
            'Das Werkzeug {tool} erklärt ein outputSchema und gibt ein Ergebnis ohne structuredContent.',
          fix: 'Geben Sie structuredContent zurück, oder nehmen Sie das outputSchema heraus.',
        },
      },
    },
    es: {
      title: 'Un outputSchema declarado se respeta',
      why: 'Los clientes comprueban structuredContent con él y descartan un resultado que no encaja.',
      pass: 'structuredContent encaja en el outputSchema de su herramienta.',
      cases: {
        invalid: {
          message: 'structuredContent de {tool} no encaja en su outputSchema: {problem}.',
          fix: 'Devuelva lo que dice el esquema, o corrija el esquema.',
        },
        missing: {
          message: 'La herramienta {tool} declara un outputSchema y da un resultado sin structuredContent.',
          fix: 'Devuelva structuredContent, o quite el outputSchema.',
        },
      },
    },
  },
  examples: {
    pass: [called({ structured: 'valid' }, { declaresOutput: true })],
    fail: [
      called(
        { structured: 'invalid', problem: '/count is string and not integer' },
        { declaresOutput: true },
      ),
      called({ structured: 'missing' }, { declaresOutput: true }),
    ],
  },
})

/** A tool that gave only errors showed nothing of its structure. */
function* unseen(tools: readonly { readonly tool: string }[]) {
  if (tools.length === 0) return
  const params = { tools: tools.map(({ tool }) => tool).slice(0, 30) }
  yield { outcome: 'could-not-look', because: 'no-result', params } as const
}
