import { clauses } from '../clauses.ts'
import type { DeclaredLoginFacts } from '../evidence/form-facts.ts'
import { defineRule } from '../rule.ts'

/** Also known as: the declared login mode equals the one on the wire. */
export const rule = defineRule({
  id: 'AUTH-33',
  title: 'The login is the one that the submission declares',
  why: 'The listing tells users whether they need an account; the server must do what it says.',
  clause: clauses.loginModes,
  scope: 'passive',
  needs: ['access', 'declaredLogin'],
  *check({ access, declaredLogin: { mode, startsOpen, addressFilter } }) {
    const params = { mode, status: access.status }
    if (access.protected && mode === 'none') {
      // Whom a filter keeps out sees nothing of the login behind it.
      if (addressFilter && access.status === 403)
        yield { outcome: 'could-not-look', because: 'address-filter' }
      else yield { case: 'asks', params }
    } else if (access.protected && startsOpen) yield { case: 'asks-at-once', params }
    else if (!access.protected && mode !== 'none' && !startsOpen) {
      yield { case: 'open', outcome: 'needs-human', params }
    }
  },
  text: {
    en: {
      pass: 'The server asks for login where the submission says so, and only there.',
      cases: {
        asks: {
          message:
            'The submission says that no login is needed, and the server asks for one (HTTP {status}).',
          fix: 'Declare the login that the server has, or open the server.',
        },
        'asks-at-once': {
          message:
            'The submission says that the server starts without login, and it asks for one at once (HTTP {status}).',
          fix: 'Answer the opening and the list of tools without login, or declare a login from the start.',
        },
        open: {
          message: 'The submission declares a login ({mode}), and the server shows its tools without one.',
          fix: 'A reviewer looks whether tools ask for login when they are called. If so, declare that the server starts open; if not, declare no login.',
        },
      },
    },
    de: {
      title: 'Die Anmeldung ist die, welche die Einreichung angibt',
      why: 'Der Eintrag sagt Benutzern, ob sie ein Konto brauchen; der Server muss tun, was dort steht.',
      pass: 'Der Server verlangt eine Anmeldung dort, wo die Einreichung es sagt, und nur dort.',
      cases: {
        asks: {
          message:
            'Die Einreichung sagt, dass keine Anmeldung nötig ist, und der Server verlangt eine (HTTP {status}).',
          fix: 'Geben Sie die Anmeldung an, die der Server hat, oder öffnen Sie den Server.',
        },
        'asks-at-once': {
          message:
            'Die Einreichung sagt, dass der Server ohne Anmeldung beginnt, und er verlangt sofort eine (HTTP {status}).',
          fix: 'Beantworten Sie die Eröffnung und die Werkzeugliste ohne Anmeldung, oder geben Sie eine Anmeldung von Anfang an an.',
        },
        open: {
          message:
            'Die Einreichung gibt eine Anmeldung an ({mode}), und der Server zeigt seine Werkzeuge ohne eine.',
          fix: 'Eine Prüferin sieht nach, ob Werkzeuge beim Aufruf eine Anmeldung verlangen. Wenn ja, geben Sie an, dass der Server offen beginnt; wenn nein, geben Sie keine Anmeldung an.',
        },
      },
    },
    es: {
      title: 'El inicio de sesión es el que declara el envío',
      why: 'La ficha dice a los usuarios si necesitan cuenta; el servidor debe hacer lo que dice.',
      pass: 'El servidor pide iniciar sesión donde lo dice el envío, y solo ahí.',
      cases: {
        asks: {
          message: 'El envío dice que no hace falta iniciar sesión, y el servidor lo pide (HTTP {status}).',
          fix: 'Declare el inicio de sesión que tiene el servidor, o abra el servidor.',
        },
        'asks-at-once': {
          message:
            'El envío dice que el servidor empieza sin inicio de sesión, y lo pide enseguida (HTTP {status}).',
          fix: 'Responda a la apertura y a la lista de herramientas sin inicio de sesión, o declárelo desde el principio.',
        },
        open: {
          message:
            'El envío declara un inicio de sesión ({mode}), y el servidor muestra sus herramientas sin él.',
          fix: 'Una persona mira si las herramientas lo piden al llamarlas. Si es así, declare que el servidor empieza abierto; si no, declare que no hay inicio de sesión.',
        },
      },
    },
  },
  examples: {
    pass: [
      example(true, { mode: 'oauth', startsOpen: false, addressFilter: false }),
      example(false, { mode: 'none', startsOpen: false, addressFilter: false }),
      example(false, { mode: 'oauth', startsOpen: true, addressFilter: false }),
    ],
    fail: [
      example(true, { mode: 'none', startsOpen: false, addressFilter: false }),
      example(true, { mode: 'oauth', startsOpen: true, addressFilter: false }),
      example(false, { mode: 'oauth', startsOpen: false, addressFilter: false }),
    ],
  },
})

function example(login: boolean, declaredLogin: DeclaredLoginFacts) {
  const access = { protected: login, status: login ? 401 : 200, schemes: [], writers: [] }
  return { access, declaredLogin }
}
