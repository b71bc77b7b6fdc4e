import { called, callsIn, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const MOST_SECONDS = 300
const SLOW = 60
const NOTICEABLE = 30

/** Also known as: LIM-TIMEOUT. */
export const rule = defineRule({
  id: 'LIM-03',
  title: 'Calls end within 300 seconds',
  why: 'Clients give up after five minutes, some after one, and the work of the call is lost.',
  clause: clauses.faqResults,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    for (const { tool, at, one } of callsIn(calls)) {
      const { outcome, tookMs, input: excerpt } = one
      const seconds = Math.round(tookMs / 1000)
      if (outcome === 'not-ended' && seconds < MOST_SECONDS) {
        yield { outcome: 'could-not-look', because: 'call-not-ended', at, params: { tool, seconds } }
      } else if (seconds >= MOST_SECONDS) yield { case: 'over', at, params: { tool, seconds }, excerpt }
      else if (seconds > SLOW) yield { case: 'slow', at, params: { tool, seconds }, excerpt }
      else if (seconds > NOTICEABLE) yield { case: 'noticeable', at, params: { tool, seconds }, excerpt }
    }
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Every call that was made ended within 30 seconds.',
      cases: {
        over: {
          message: 'A call of {tool} took {seconds} s or did not end; the limit is 300 s.',
          fix: 'Start the work, return at once, and offer a tool that asks for its state.',
        },
        slow: {
          message: 'A call of {tool} took {seconds} s; some clients give up after 60 s.',
          fix: 'Make {tool} faster or split its work; send progress while it runs.',
        },
        noticeable: {
          message: 'A call of {tool} took {seconds} s.',
          fix: 'Send progress while {tool} runs, so that people see that something happens.',
        },
      },
    },
    de: {
      title: 'Aufrufe enden binnen 300 Sekunden',
      why: 'Clients geben nach fünf Minuten auf, manche nach einer, und die Arbeit des Aufrufs ist verloren.',
      pass: 'Jeder Aufruf endete binnen 30 Sekunden.',
      cases: {
        over: {
          message: 'Ein Aufruf von {tool} dauerte {seconds} s oder endete nicht; die Grenze ist 300 s.',
          fix: 'Beginnen Sie die Arbeit, antworten Sie sofort, und bieten Sie ein Werkzeug an, das nach dem Stand fragt.',
        },
        slow: {
          message: 'Ein Aufruf von {tool} dauerte {seconds} s; manche Clients geben nach 60 s auf.',
          fix: 'Machen Sie {tool} schneller oder teilen Sie die Arbeit; melden Sie unterwegs den Fortschritt.',
        },
        noticeable: {
          message: 'Ein Aufruf von {tool} dauerte {seconds} s.',
          fix: 'Melden Sie den Fortschritt, während {tool} läuft, damit man sieht, dass etwas geschieht.',
        },
      },
    },
    es: {
      title: 'Las llamadas acaban en 300 segundos',
      why: 'Los clientes desisten a los cinco minutos, algunos a uno, y el trabajo de la llamada se pierde.',
      pass: 'Toda llamada acabó en 30 segundos.',
      cases: {
        over: {
          message: 'Una llamada a {tool} tardó {seconds} s o no acabó; el límite es 300 s.',
          fix: 'Empiece el trabajo, responda enseguida y ofrezca una herramienta que pregunte por su estado.',
        },
        slow: {
          message: 'Una llamada a {tool} tardó {seconds} s; algunos clientes desisten a los 60 s.',
          fix: 'Haga {tool} más rápida o divida su trabajo; envíe el progreso mientras dura.',
        },
        noticeable: {
          message: 'Una llamada a {tool} tardó {seconds} s.',
          fix: 'Envíe el progreso mientras {tool} trabaja, para que se vea que algo ocurre.',
        },
      },
    },
  },
  examples: {
    pass: [called({ tookMs: 29_000 })],
    fail: [
      called({ tookMs: 300_100, outcome: 'not-ended' }),
      called({ tookMs: 75_000 }),
      called({ tookMs: 41_000 }),
    ],
  },
})
