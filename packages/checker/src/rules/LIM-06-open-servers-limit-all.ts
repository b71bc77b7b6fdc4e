import { clauses } from '../clauses.ts'
import type { AccessFacts } from '../evidence/facts.ts'
import { goodBurst, isBlank, unlimitedBurst } from '../rate-limit.ts'
import { defineRule } from '../rule.ts'

const open: AccessFacts = { protected: false, status: 200, schemes: [], writers: [] }

/** LIM-05 names how a limit is told; this rule is on the limit for everybody together. */
export const rule = defineRule({
  id: 'LIM-06',
  title: 'A server without login has a limit for everybody together',
  why: 'Without a login nobody can be told apart; one caller can use up what all share.',
  clause: clauses.faqHosting,
  scope: 'passive',
  needs: ['access', 'requestLimits'],
  *check({ access, requestLimits: { burst, answer } }) {
    if (access.protected) yield { outcome: 'not-applicable', because: 'has-login' }
    else if (burst?.limited) return
    else if (isBlank(answer)) yield { outcome: 'not-applicable', because: 'no-limit-stated' }
    else if (answer !== undefined) {
      yield { case: 'told', outcome: 'needs-human', params: { answer }, excerpt: answer }
    } else if (burst) {
      const params = { requests: burst.requests, seconds: (burst.tookMs / 1000).toFixed(1) }
      yield { case: 'none-seen', outcome: 'needs-human', params }
    }
  },
  text: {
    en: {
      pass: 'The server without login limits requests.',
      cases: {
        told: {
          message: 'The server asks for no login, and no limit was seen; the publisher states: {answer}',
          fix: 'A reviewer judges whether that holds for all callers together.',
        },
        'none-seen': {
          message: 'The server asks for no login, and {requests} requests in {seconds} s met no limit.',
          fix: 'The publisher tells a reviewer the limit that holds for all callers together.',
        },
      },
    },
    de: {
      title: 'Ein Server ohne Anmeldung hat eine Grenze für alle zusammen',
      why: 'Ohne Anmeldung ist niemand zu unterscheiden; einer kann verbrauchen, was alle teilen.',
      pass: 'Der Server ohne Anmeldung begrenzt Anfragen.',
      cases: {
        told: {
          message:
            'Der Server verlangt keine Anmeldung, und keine Grenze war zu sehen; der Anbieter gibt an: {answer}',
          fix: 'Eine Prüferin beurteilt, ob das für alle Aufrufer zusammen gilt.',
        },
        'none-seen': {
          message:
            'Der Server verlangt keine Anmeldung, und {requests} Anfragen in {seconds} s stießen auf keine Grenze.',
          fix: 'Der Anbieter sagt einer Prüferin, welche Grenze für alle zusammen gilt.',
        },
      },
    },
    es: {
      title: 'Un servidor sin acceso tiene un límite para todos juntos',
      why: 'Sin inicio de sesión no se distingue a nadie; uno solo puede gastar lo que comparten todos.',
      pass: 'El servidor sin inicio de sesión limita las peticiones.',
      cases: {
        told: {
          message:
            'El servidor no pide iniciar sesión, y no se vio ningún límite; el editor declara: {answer}',
          fix: 'Una persona juzga si rige para todos juntos.',
        },
        'none-seen': {
          message:
            'El servidor no pide iniciar sesión, y {requests} peticiones en {seconds} s no hallaron límite.',
          fix: 'El editor dice a una persona qué límite rige para todos juntos.',
        },
      },
    },
  },
  examples: {
    pass: [{ access: open, requestLimits: { burst: goodBurst, answer: '' } }],
    fail: [
      { access: open, requestLimits: { burst: unlimitedBurst } },
      { access: open, requestLimits: { answer: '60 requests a minute for each address.' } },
    ],
  },
})
