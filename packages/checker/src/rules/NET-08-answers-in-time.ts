import { clauses } from '../clauses.ts'
import { defineRule, type Draft } from '../rule.ts'

const FEWEST_SAMPLES = 3
/** Milliseconds within which 95 of 100 answers should be there. */
const most = { opening: 2_000, list: 3_000 } as const

const quick = [40, 41, 45, 60]
const slow = [900, 2_600, 4_100]

/** Also known as: latency. Few requests are measured, so that the look stays polite; their number is told. */
export const rule = defineRule({
  id: 'NET-08',
  title: 'The server answers in time',
  why: 'People wait for every opening and every list before the first word of a conversation.',
  clause: clauses.policyServer,
  scope: 'passive',
  needs: ['latency'],
  *check({ latency }) {
    for (const name of ['opening', 'list'] as const) yield* judged(name, latency[name])
  },
  text: {
    en: {
      pass: 'Openings and lists of tools came within the time that people wait for.',
      cases: {
        opening: {
          message:
            'Opening a conversation took up to {p95} ms (p95 of {count} requests); {most} ms are acceptable.',
          fix: 'Make initialize and server/discover cheap: load nothing, and keep one instance warm.',
        },
        list: {
          message: 'tools/list took up to {p95} ms (p95 of {count} requests); {most} ms are acceptable.',
          fix: 'Build the list of tools once, and answer from memory.',
        },
      },
    },
    de: {
      title: 'Der Server antwortet rechtzeitig',
      why: 'Auf jede Eröffnung und jede Liste warten Menschen, bevor im Gespräch das erste Wort fällt.',
      pass: 'Eröffnungen und Werkzeuglisten kamen in der Zeit, die Menschen warten.',
      cases: {
        opening: {
          message:
            'Ein Gespräch zu öffnen dauerte bis zu {p95} ms (p95 aus {count} Anfragen); {most} ms sind annehmbar.',
          fix: 'Machen Sie initialize und server/discover billig: nichts laden, und eine Instanz warm halten.',
        },
        list: {
          message: 'tools/list dauerte bis zu {p95} ms (p95 aus {count} Anfragen); {most} ms sind annehmbar.',
          fix: 'Bauen Sie die Werkzeugliste einmal, und antworten Sie aus dem Speicher.',
        },
      },
    },
    es: {
      title: 'El servidor responde a tiempo',
      why: 'Las personas esperan cada apertura y cada lista antes de la primera palabra de una conversación.',
      pass: 'Las aperturas y las listas de herramientas llegaron en el tiempo que las personas esperan.',
      cases: {
        opening: {
          message:
            'Abrir una conversación tardó hasta {p95} ms (p95 de {count} peticiones); {most} ms son aceptables.',
          fix: 'Haga que initialize y server/discover cuesten poco: no cargue nada y mantenga una instancia caliente.',
        },
        list: {
          message: 'tools/list tardó hasta {p95} ms (p95 de {count} peticiones); {most} ms son aceptables.',
          fix: 'Construya la lista de herramientas una vez y responda desde la memoria.',
        },
      },
    },
  },
  examples: {
    pass: [{ latency: { opening: quick, list: quick } }, { latency: { opening: quick, list: [] } }],
    fail: [{ latency: { opening: slow, list: slow } }],
  },
})

function* judged(name: keyof typeof most, times: readonly number[]): Generator<Draft> {
  const count = times.length
  if (count === 0 && name === 'list') return
  if (count < FEWEST_SAMPLES) {
    yield {
      outcome: 'could-not-look',
      because: 'too-few-samples',
      at: name,
      params: { count, least: FEWEST_SAMPLES },
    }
    return
  }
  const p95 = percentile(times, 0.95)
  if (p95 > most[name]) {
    yield { case: name, signal: 'latency', params: { p95, count, most: most[name] }, excerpt: [...times] }
  }
}

/** By nearest rank: of few samples it is the slowest one. */
function percentile(times: readonly number[], share: number): number {
  const ordered = times.toSorted((one, other) => one - other)
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? 0
}
