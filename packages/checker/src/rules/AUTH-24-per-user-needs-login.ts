import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-24',
  title: 'Promises per user rest on a login',
  why: 'Nothing but a login tells a server who calls: clients send no name and no address of their users.',
  clause: clauses.faqIdentity,
  scope: 'passive',
  needs: ['access', 'perUserClaims'],
  *check({ access, perUserClaims: { declared, startsOpen } }) {
    if (!declared || access.protected) return
    if (startsOpen) yield { case: 'later', outcome: 'needs-human' }
    else yield { case: 'no-login' }
  },
  text: {
    en: {
      pass: 'The publisher promises nothing per user, or the server asks for a login.',
      cases: {
        'no-login': {
          message:
            'The publisher promises limits or identity per user, and the server answers without login.',
          fix: 'Put OAuth before the server, or take the promise out: without login all users look the same.',
        },
        later: {
          message:
            'The publisher promises limits or identity per user, and the server asks for login only at some tools.',
          fix: 'A reviewer looks whether the tools that the promise is about ask for login.',
        },
      },
    },
    de: {
      title: 'Zusagen je Benutzer beruhen auf einer Anmeldung',
      why: 'Nur eine Anmeldung sagt dem Server, wer ruft: Clients senden weder Namen noch Adresse ihrer Benutzer.',
      pass: 'Der Herausgeber sagt nichts je Benutzer zu, oder der Server verlangt eine Anmeldung.',
      cases: {
        'no-login': {
          message:
            'Der Herausgeber sagt Grenzen oder Identität je Benutzer zu, und der Server antwortet ohne Anmeldung.',
          fix: 'Stellen Sie OAuth vor den Server, oder nehmen Sie die Zusage heraus: Ohne Anmeldung sehen alle Benutzer gleich aus.',
        },
        later: {
          message:
            'Der Herausgeber sagt Grenzen oder Identität je Benutzer zu, und der Server verlangt nur bei einigen Werkzeugen eine Anmeldung.',
          fix: 'Eine Prüferin sieht nach, ob die Werkzeuge, um die es geht, eine Anmeldung verlangen.',
        },
      },
    },
    es: {
      title: 'Las promesas por usuario se apoyan en un inicio de sesión',
      why: 'Solo un inicio de sesión dice al servidor quién llama: los clientes no envían nombre ni dirección de sus usuarios.',
      pass: 'El editor no promete nada por usuario, o el servidor pide iniciar sesión.',
      cases: {
        'no-login': {
          message:
            'El editor promete límites o identidad por usuario, y el servidor responde sin iniciar sesión.',
          fix: 'Ponga OAuth ante el servidor, o quite la promesa: sin inicio de sesión todos los usuarios son iguales.',
        },
        later: {
          message:
            'El editor promete límites o identidad por usuario, y el servidor pide iniciar sesión solo en algunas herramientas.',
          fix: 'Una persona mira si las herramientas de las que trata la promesa piden iniciar sesión.',
        },
      },
    },
  },
  examples: {
    pass: [
      example(true, { declared: true, startsOpen: false }),
      example(false, { declared: false, startsOpen: false }),
    ],
    fail: [
      example(false, { declared: true, startsOpen: false }),
      example(false, { declared: true, startsOpen: true }),
    ],
  },
})

function example(login: boolean, perUserClaims: { declared: boolean; startsOpen: boolean }) {
  return { access: { protected: login, status: login ? 401 : 200, schemes: [], writers: [] }, perUserClaims }
}
