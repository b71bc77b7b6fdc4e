import { clauses } from '../clauses.ts'
import type { AuthorizeAnswer, AuthorizeKind } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** Redirect addresses are compared exactly, and an error does not bounce to a strange one. */
export const rule = defineRule({
  id: 'AUTH-30',
  title: 'A redirect address counts only when it is exactly a registered one',
  why: 'With any other address a stranger gets the code of a user who clicked a link.',
  clause: clauses.rfc9700,
  scope: 'login',
  needs: ['authorize'],
  *check({ authorize }) {
    const { endpoint, answers } = authorize
    const strange = answers.filter(({ kind }) => strangers.has(kind))
    const bounced = strange.filter(({ outcome }) => outcome === 'back')
    for (const { kind, redirectUri, status, location = '' } of bounced) {
      const params = { redirectUri, status }
      yield { case: 'redirected', at: endpoint, signal: kind, params, excerpt: { status, location } }
    }
    if (bounced.length > 0) return
    const registered = answers.find(({ kind }) => kind === 'callback')
    if (strange.length === 0 || !registered) {
      yield { outcome: 'could-not-look', because: 'no-answer-came-back' }
    } else if (!goesOn(registered)) yield { outcome: 'not-applicable', because: 'authorize-refused' }
    else {
      const open = strange.filter(goesOn).map(({ redirectUri }) => redirectUri)
      if (open.length > 0)
        yield { case: 'not-refused', outcome: 'needs-human', at: endpoint, params: { uris: open } }
    }
  },
  text: {
    en: {
      pass: 'Addresses that differ in host, path or port are answered with an error page and no redirect.',
      cases: {
        redirected: {
          message:
            'The authorization endpoint redirects to {redirectUri}, which nobody registered (HTTP {status}).',
          fix: 'Compare redirect addresses as whole texts. When one is not registered, show an error page and redirect nowhere.',
        },
        'not-refused': {
          message: 'Redirect addresses that nobody registered are not refused before login: {uris}.',
          fix: 'A reviewer looks whether they are refused after login. Compare redirect addresses before any page is shown.',
        },
      },
    },
    de: {
      title: 'Eine Rückkehradresse zählt nur, wenn sie genau so registriert ist',
      why: 'Mit jeder anderen Adresse bekommt ein Fremder den Code einer Person, die auf einen Link geklickt hat.',
      pass: 'Adressen, die in Host, Pfad oder Port abweichen, führen zu einer Fehlerseite ohne Weiterleitung.',
      cases: {
        redirected: {
          message:
            'Der Autorisierungsendpunkt leitet auf {redirectUri} weiter, das niemand registriert hat (HTTP {status}).',
          fix: 'Vergleichen Sie Rückkehradressen als ganze Texte. Ist eine nicht registriert, zeigen Sie eine Fehlerseite und leiten nirgendwohin weiter.',
        },
        'not-refused': {
          message:
            'Rückkehradressen, die niemand registriert hat, werden vor der Anmeldung nicht abgelehnt: {uris}.',
          fix: 'Eine Prüferin sieht nach, ob sie nach der Anmeldung abgelehnt werden. Vergleichen Sie Rückkehradressen, bevor eine Seite erscheint.',
        },
      },
    },
    es: {
      title: 'Una dirección de retorno solo vale si es exactamente una registrada',
      why: 'Con cualquier otra dirección, un extraño obtiene el código de quien pulsó un enlace.',
      pass: 'Las direcciones que difieren en host, ruta o puerto reciben una página de error sin redirección.',
      cases: {
        redirected: {
          message: 'El punto de autorización redirige a {redirectUri}, que nadie registró (HTTP {status}).',
          fix: 'Compare las direcciones de retorno como textos completos. Si una no está registrada, muestre una página de error y no redirija.',
        },
        'not-refused': {
          message:
            'Direcciones de retorno que nadie registró no se rechazan antes del inicio de sesión: {uris}.',
          fix: 'Una persona mira si se rechazan después. Compare las direcciones de retorno antes de mostrar ninguna página.',
        },
      },
    },
  },
  examples: {
    pass: [example('refused')],
    fail: [example('back'), example('page'), example('onwards')],
  },
})

const strangers: ReadonlySet<AuthorizeKind> = new Set(['other-host', 'other-path', 'other-port', 'subdomain'])

function goesOn({ outcome }: AuthorizeAnswer): boolean {
  return outcome === 'page' || outcome === 'onwards'
}

function example(outcome: AuthorizeAnswer['outcome']) {
  const redirectUri = 'https://directory.example/oauth/callback'
  const good: AuthorizeAnswer = { kind: 'callback', redirectUri, status: 200, outcome: 'page', excerpt: '' }
  const other: AuthorizeAnswer = { ...good, kind: 'other-path', redirectUri: `${redirectUri}/x`, outcome }
  return { authorize: { endpoint: 'https://as.example/authorize', answers: [good, other] } }
}
