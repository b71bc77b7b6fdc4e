import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-09',
  title: 'The server answers from everywhere',
  why: 'A listing is shown to everybody; who is shut out by country meets an error.',
  clause: clauses.faqGeography,
  scope: 'passive',
  needs: ['availability'],
  *check({ availability: { blocked, limits } }) {
    if (blocked) yield { case: 'blocked', params: { status: blocked.status }, excerpt: blocked.excerpt }
    if (limits) yield { case: 'limited', outcome: 'needs-human', params: { limits }, excerpt: limits }
  },
  text: {
    en: {
      pass: 'The publisher states that the service works everywhere, and the answer seen here agrees.',
      cases: {
        blocked: {
          message: 'The server refuses this caller because of the country (HTTP {status}).',
          fix: 'Open the server to all countries, or state the limit in the listing; where the law demands it, tell the reviewer.',
        },
        limited: {
          message: 'The publisher states where the service cannot be used: {limits}',
          fix: 'A reviewer looks whether the listing says so, and whether the limit is needed.',
        },
      },
    },
    de: {
      title: 'Der Server antwortet von überall',
      why: 'Ein Eintrag wird allen gezeigt; wer wegen seines Landes ausgesperrt ist, trifft auf einen Fehler.',
      pass: 'Der Herausgeber erklärt, dass der Dienst überall geht, und die Antwort hier stimmt damit überein.',
      cases: {
        blocked: {
          message: 'Der Server weist diesen Aufruf wegen des Landes ab (HTTP {status}).',
          fix: 'Öffnen Sie den Server für alle Länder, oder nennen Sie die Grenze im Eintrag; verlangt sie das Gesetz, sagen Sie es der Prüferin.',
        },
        limited: {
          message: 'Der Herausgeber nennt, wo der Dienst nicht benutzt werden kann: {limits}',
          fix: 'Eine Prüferin sieht nach, ob der Eintrag es sagt und ob die Grenze nötig ist.',
        },
      },
    },
    es: {
      title: 'El servidor responde desde todas partes',
      why: 'Una ficha se muestra a todos; a quien se cierra el paso por su país le sale un error.',
      pass: 'El editor declara que el servicio funciona en todas partes, y la respuesta vista aquí concuerda.',
      cases: {
        blocked: {
          message: 'El servidor rechaza esta llamada por el país (HTTP {status}).',
          fix: 'Abra el servidor a todos los países, o diga el límite en la ficha; si la ley lo exige, dígaselo a quien revisa.',
        },
        limited: {
          message: 'El editor dice dónde no se puede usar el servicio: {limits}',
          fix: 'Una persona mira si la ficha lo dice y si el límite hace falta.',
        },
      },
    },
  },
  examples: {
    pass: [{ availability: { limits: '' } }],
    fail: [
      { availability: { blocked: { status: 451, excerpt: 'Unavailable for legal reasons' } } },
      { availability: { limits: 'Not in Antarctica' } },
    ],
  },
})
