import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { annotationsOf, objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const MOST_NAMES = 20

export const rule = defineRule({
  id: 'TOOL-09',
  title: 'The other hints are set where they apply',
  why: 'openWorldHint says whether a tool reaches beyond its own service, idempotentHint whether a repeat is harmless.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const all = [...objectTools(tools.list)]
    const open = all.filter((tool) => annotationsOf(tool)['openWorldHint'] === undefined)
    const repeat = all.filter((tool) => {
      const { readOnlyHint, idempotentHint } = annotationsOf(tool)
      return readOnlyHint !== true && idempotentHint === undefined
    })
    // Its default means nothing on a read-only tool; some directories want all three hints in words nevertheless.
    const destroys = all.filter((tool) => {
      const { readOnlyHint, destructiveHint } = annotationsOf(tool)
      return readOnlyHint === true && destructiveHint === undefined
    })
    if (open.length > 0) yield { case: 'open-world', params: named(open) }
    if (repeat.length > 0) yield { case: 'idempotent', params: named(repeat) }
    if (destroys.length > 0) yield { case: 'destructive', params: named(destroys) }
  },
  text: {
    en: {
      pass: 'Every tool has openWorldHint and destructiveHint, and every tool that writes has idempotentHint.',
      cases: {
        'open-world': {
          message: '{count} tools have no openWorldHint: {tools}.',
          fix: 'Set openWorldHint: true for tools that reach the open web or other people, else false.',
        },
        idempotent: {
          message: '{count} tools that may write have no idempotentHint: {tools}.',
          fix: 'Set idempotentHint: true where a second call with the same arguments changes nothing more.',
        },
        destructive: {
          message: '{count} read-only tools do not say destructiveHint: false: {tools}.',
          fix: 'Add destructiveHint: false to read-only tools; some directories want all three hints in words.',
        },
      },
    },
    de: {
      title: 'Die anderen Hinweise stehen, wo sie gelten',
      why: 'openWorldHint sagt, ob ein Werkzeug über den eigenen Dienst hinausgreift, idempotentHint, ob eine Wiederholung harmlos ist.',
      pass: 'Jedes Werkzeug hat openWorldHint und destructiveHint, und jedes schreibende hat idempotentHint.',
      cases: {
        'open-world': {
          message: '{count} Werkzeuge haben keinen openWorldHint: {tools}.',
          fix: 'Setzen Sie openWorldHint: true bei Werkzeugen, die das offene Netz oder andere Menschen erreichen, sonst false.',
        },
        idempotent: {
          message: '{count} Werkzeuge, die schreiben können, haben keinen idempotentHint: {tools}.',
          fix: 'Setzen Sie idempotentHint: true, wo ein zweiter Aufruf mit denselben Argumenten nichts weiter ändert.',
        },
        destructive: {
          message: '{count} nur lesende Werkzeuge sagen nicht destructiveHint: false: {tools}.',
          fix: 'Ergänzen Sie destructiveHint: false bei nur lesenden Werkzeugen; manche Verzeichnisse wollen alle drei Hinweise ausgeschrieben.',
        },
      },
    },
    es: {
      title: 'Las otras indicaciones figuran donde corresponde',
      why: 'openWorldHint dice si una herramienta sale de su propio servicio, idempotentHint si repetirla es inocuo.',
      pass: 'Toda herramienta tiene openWorldHint y destructiveHint, y toda la que escribe tiene idempotentHint.',
      cases: {
        'open-world': {
          message: '{count} herramientas no tienen openWorldHint: {tools}.',
          fix: 'Ponga openWorldHint: true en las que alcanzan la web abierta o a otras personas, y false en las demás.',
        },
        idempotent: {
          message: '{count} herramientas que pueden escribir no tienen idempotentHint: {tools}.',
          fix: 'Ponga idempotentHint: true donde una segunda llamada con los mismos argumentos no cambia nada más.',
        },
        destructive: {
          message: '{count} herramientas de solo lectura no dicen destructiveHint: false: {tools}.',
          fix: 'Añada destructiveHint: false a las herramientas de solo lectura; algunos directorios quieren las tres indicaciones por escrito.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: false } },
        { name: 'b', annotations: { readOnlyHint: false, openWorldHint: true, idempotentHint: false } },
      ),
    ],
    fail: [
      listed({ name: 'a', annotations: { readOnlyHint: false } }),
      listed({ name: 'a', annotations: { readOnlyHint: true, openWorldHint: false } }),
    ],
  },
})

function named(tools: readonly { readonly name: string }[]) {
  const names = tools.slice(0, MOST_NAMES).map(({ name }) => name)
  return { count: tools.length, tools: tools.length > MOST_NAMES ? [...names, '…'] : names }
}
