import { clauses } from '../clauses.ts'
import { deedOf, prefixOf } from '../head-verb.ts'
import { listed } from '../listed.ts'
import type { FingerprintFacts } from '../evidence/call-facts.ts'
import { descriptionOf } from '../parameters.ts'
import { annotationsOf, objectTools, withoutSchemas, type NamedTool } from '../raw-tool.ts'
import { defineRule, type Draft } from '../rule.ts'

/** Names such as create_sql or write_summary often only return a text; the description then says so. */
const makers: ReadonlySet<string> = new Set([
  'create',
  'write',
  'format',
  'add',
  'set',
  'run',
  'execute',
  'import',
])
const gives =
  /\b(returns?|generates?|produces?|renders?|builds?|drafts?|suggests?|computes?|calculates?|converts?|reads?|previews?|simulates?|dry[- ]run|queries|lists?|without (saving|sending|executing|changing)|does not (save|send|change|modify|persist))\b/i

export const rule = defineRule({
  id: 'TOOL-07',
  title: 'Hints agree with what the name says and with what a call does',
  why: 'Clients run a read-only tool without asking. A name that says "delete" beside that hint needs a look.',
  clause: clauses.faqTools,
  scope: 'passive',
  needs: ['tools'],
  uses: ['fingerprints'],
  *check({ tools, fingerprints }) {
    yield* changes(fingerprints)
    const all = [...objectTools(tools.list)]
    const prefix = prefixOf(all.map(({ name }) => name))
    for (const tool of all) {
      const doubt = doubtOf(tool, prefix)
      if (!doubt) continue
      yield {
        case: doubt.case,
        outcome: 'needs-human',
        at: tool.at,
        page: tool.page,
        params: { tool: tool.name, verb: doubt.verb },
        excerpt: { ...withoutSchemas(tool), description: descriptionOf(tool).slice(0, 300) },
      }
    }
  },
  text: {
    en: {
      pass: 'No hint contradicts the verb in the name of its tool.',
      cases: {
        'read-only': {
          message: 'Tool {tool} is called read-only, and its name says "{verb}".',
          fix: 'A reviewer compares the state before and after a call of {tool}. If it changes anything, readOnlyHint is false.',
        },
        'not-destructive': {
          message: 'Tool {tool} is called not destructive, and its name says "{verb}".',
          fix: 'A reviewer looks whether what {tool} takes away can be had back. If not, destructiveHint is true.',
        },
        'state-changed': {
          message:
            'Tool {tool} is called read-only, and the state that {shownBy} shows was another one after its calls.',
          fix: 'Set readOnlyHint to false, or keep {tool} from changing anything.',
        },
      },
    },
    de: {
      title: 'Hinweise passen zum Namen und zu dem, was ein Aufruf tut',
      why: 'Clients führen ein nur lesendes Werkzeug ohne Rückfrage aus. Ein Name wie „delete“ neben diesem Hinweis muss angesehen werden.',
      pass: 'Kein Hinweis widerspricht dem Verb im Namen seines Werkzeugs.',
      cases: {
        'read-only': {
          message: 'Das Werkzeug {tool} heißt nur lesend, und sein Name sagt „{verb}“.',
          fix: 'Eine Prüferin vergleicht den Zustand vor und nach einem Aufruf von {tool}. Ändert sich etwas, ist readOnlyHint false.',
        },
        'not-destructive': {
          message: 'Das Werkzeug {tool} heißt nicht zerstörend, und sein Name sagt „{verb}“.',
          fix: 'Eine Prüferin sieht nach, ob zurückzuholen ist, was {tool} entfernt. Wenn nicht, ist destructiveHint true.',
        },
        'state-changed': {
          message:
            'Das Werkzeug {tool} heißt nur lesend, und der Zustand, den {shownBy} zeigt, war nach seinen Aufrufen ein anderer.',
          fix: 'Setzen Sie readOnlyHint auf false, oder sorgen Sie dafür, dass {tool} nichts ändert.',
        },
      },
    },
    es: {
      title: 'Las indicaciones concuerdan con el nombre y con lo que hace una llamada',
      why: 'Los clientes ejecutan sin preguntar una herramienta de solo lectura. Un nombre como «delete» junto a esa indicación debe mirarse.',
      pass: 'Ninguna indicación contradice el verbo del nombre de su herramienta.',
      cases: {
        'read-only': {
          message: 'La herramienta {tool} se declara de solo lectura y su nombre dice «{verb}».',
          fix: 'Una persona compara el estado antes y después de llamar a {tool}. Si algo cambia, readOnlyHint es false.',
        },
        'not-destructive': {
          message: 'La herramienta {tool} se declara no destructiva y su nombre dice «{verb}».',
          fix: 'Una persona mira si lo que {tool} quita puede recuperarse. Si no, destructiveHint es true.',
        },
        'state-changed': {
          message:
            'La herramienta {tool} se declara de solo lectura, y el estado que muestra {shownBy} era otro tras sus llamadas.',
          fix: 'Ponga readOnlyHint en false, o haga que {tool} no cambie nada.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'list_notes', annotations: { readOnlyHint: true } },
        { name: 'get_merge_request', annotations: { readOnlyHint: true } },
        {
          name: 'create_diagram',
          description: 'Returns a diagram as text.',
          annotations: { readOnlyHint: true },
        },
        { name: 'delete_note', annotations: { readOnlyHint: false, destructiveHint: true } },
      ),
    ],
    fail: [
      listed({ name: 'delete_note', annotations: { readOnlyHint: true } }),
      listed({ name: 'notes-remove', annotations: { readOnlyHint: false, destructiveHint: false } }),
      {
        ...listed({ name: 'list_notes', annotations: { readOnlyHint: true } }),
        fingerprints: {
          shownBy: 'count_notes',
          tools: [{ tool: 'list_notes', changed: true, before: '3 notes', after: '4 notes' }],
        },
      },
    ],
  },
})

/** What a call changed is a fact; what a name says is a question. */
function* changes(fingerprints: FingerprintFacts | undefined): Generator<Draft> {
  for (const { tool, changed, before, after } of fingerprints?.tools ?? []) {
    if (!changed) continue
    const params = { tool, shownBy: fingerprints?.shownBy ?? '' }
    yield { case: 'state-changed', at: `tools/${tool}`, params, excerpt: { before, after } }
  }
}

function doubtOf(
  tool: NamedTool,
  prefix: readonly string[],
): { case: 'read-only' | 'not-destructive'; verb: string } | undefined {
  const { readOnlyHint, destructiveHint } = annotationsOf(tool)
  const head = deedOf(tool.name, prefix)
  if (!head || head.deed === 'read') return undefined
  if (readOnlyHint === true) {
    const onlyGives = makers.has(head.verb) && gives.test(descriptionOf(tool).slice(0, 2000))
    return onlyGives ? undefined : { case: 'read-only', verb: head.verb }
  }
  if (destructiveHint === false && head.deed === 'delete') return { case: 'not-destructive', verb: head.verb }
  return undefined
}
