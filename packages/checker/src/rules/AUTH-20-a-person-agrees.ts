import { clauses } from '../clauses.ts'
import type { ConsentFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-20',
  title: 'Nobody is connected without a step of their own',
  why: 'A code that comes without a person hands the same account to whoever asks for it.',
  clause: clauses.faqLogin,
  scope: 'login',
  needs: ['consent'],
  *check({ consent: { endpoint: at, outcome } }) {
    if (outcome === 'code') yield { case: 'code-at-once', at }
  },
  text: {
    en: {
      pass: 'The authorization endpoint shows a page, and gives no code to a caller without a person.',
      cases: {
        'code-at-once': {
          message:
            'The authorization endpoint gives a code to a caller who has neither logged in nor agreed.',
          fix: 'Show a login and a page of consent to each person, also for a client that you know.',
        },
      },
    },
    de: {
      title: 'Niemand wird ohne eigenes Zutun verbunden',
      why: 'Ein Code, der ohne Person kommt, gibt dasselbe Konto jedem, der danach fragt.',
      pass: 'Der Autorisierungsendpunkt zeigt eine Seite und gibt einem Aufrufer ohne Person keinen Code.',
      cases: {
        'code-at-once': {
          message:
            'Der Autorisierungsendpunkt gibt einem Aufrufer einen Code, der sich weder angemeldet noch zugestimmt hat.',
          fix: 'Zeigen Sie jeder Person eine Anmeldung und eine Seite zur Zustimmung, auch bei einem bekannten Client.',
        },
      },
    },
    es: {
      title: 'Nadie queda conectado sin un paso propio',
      why: 'Un código que llega sin persona entrega la misma cuenta a quien lo pida.',
      pass: 'El punto de autorización muestra una página y no da ningún código a quien llama sin persona.',
      cases: {
        'code-at-once': {
          message: 'El punto de autorización da un código a quien ni inició sesión ni aceptó.',
          fix: 'Muestre a cada persona un inicio de sesión y una página de consentimiento, también con un cliente conocido.',
        },
      },
    },
  },
  examples: {
    pass: [example('page', 200), example('error', 302)],
    fail: [example('code', 302)],
  },
})

function example(outcome: ConsentFacts['outcome'], status: number): { consent: ConsentFacts } {
  return { consent: { endpoint: 'https://as.example/authorize', outcome, status } }
}
