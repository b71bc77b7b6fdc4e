import { clauses } from '../clauses.ts'
import type { CodeFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-34',
  title: 'A code works once',
  why: 'Codes stand in histories and logs; one that works twice can be used by whoever finds it.',
  clause: clauses.rfc6749Code,
  scope: 'login',
  needs: ['codeUse'],
  *check({ codeUse: { endpoint: at, again } }) {
    if (again.issued) yield { case: 'twice', at }
  },
  text: {
    en: {
      pass: 'The code of the login is refused when it comes a second time.',
      cases: {
        twice: {
          message: 'The code of the login gave tokens a second time.',
          fix: 'Delete a code when it is exchanged, answer invalid_grant afterwards, and end the login that came of it.',
        },
      },
    },
    de: {
      title: 'Ein Code gilt einmal',
      why: 'Codes stehen in Verläufen und Protokollen; einen, der zweimal gilt, kann jeder benutzen, der ihn findet.',
      pass: 'Der Code der Anmeldung wird beim zweiten Mal abgelehnt.',
      cases: {
        twice: {
          message: 'Der Code der Anmeldung gab ein zweites Mal Token.',
          fix: 'Löschen Sie einen Code beim Einlösen, antworten Sie danach mit invalid_grant und beenden Sie die Anmeldung, die aus ihm entstand.',
        },
      },
    },
    es: {
      title: 'Un código vale una vez',
      why: 'Los códigos quedan en historiales y registros; el que vale dos veces sirve a quien lo encuentre.',
      pass: 'El código del inicio de sesión se rechaza la segunda vez.',
      cases: {
        twice: {
          message: 'El código del inicio de sesión dio tokens una segunda vez.',
          fix: 'Borre el código al canjearlo, responda después invalid_grant y cierre la sesión que salió de él.',
        },
      },
    },
  },
  examples: { pass: [example(false)], fail: [example(true)] },
})

function example(issued: boolean): { codeUse: CodeFacts } {
  const again = issued ? { status: 200, issued } : { status: 400, issued, error: 'invalid_grant' }
  return { codeUse: { endpoint: 'https://as.example/token', tookMs: 90, again } }
}
