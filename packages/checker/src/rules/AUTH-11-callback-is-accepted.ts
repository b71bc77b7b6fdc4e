import { clauses } from '../clauses.ts'
import type { AuthorizeAnswer } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** A registered client that asks with its own redirect address sees login or consent. */
export const rule = defineRule({
  id: 'AUTH-11',
  title: 'The redirect address of the directory is accepted',
  why: 'A redirect address that the server registers and then refuses ends every login on an error page.',
  clause: clauses.mcpAuthorization,
  scope: 'login',
  needs: ['authorize'],
  *check({ authorize }) {
    const answer = authorize.answers.find(({ kind }) => kind === 'callback')
    if (!answer) {
      yield { outcome: 'could-not-look', because: 'no-answer-came-back' }
      return
    }
    const { outcome, status, redirectUri, error, namesRedirect, location, excerpt } = answer
    const params = { status, redirectUri, error: error ?? 'none' }
    const shown = { status, location: location ?? null, text: excerpt }
    if (outcome === 'refused' && status < 300) {
      // Only the words of a page say so, and words are for a person.
      yield { case: 'words', outcome: 'needs-human', at: authorize.endpoint, params, excerpt: shown }
    } else if (outcome === 'refused') {
      const name = namesRedirect ? 'redirect-refused' : 'failed'
      yield { case: name, at: authorize.endpoint, params, excerpt: shown }
    } else if (outcome === 'back' && error !== undefined) {
      yield { case: 'sent-back', at: authorize.endpoint, params, excerpt: shown }
    }
  },
  text: {
    en: {
      pass: 'An authorization request with the registered redirect address leads to login or consent.',
      cases: {
        'redirect-refused': {
          message:
            'The redirect address {redirectUri} was registered, and the authorization endpoint refuses it (HTTP {status}).',
          fix: 'Compare the redirect address with those of the registration, and accept it when it is one of them.',
        },
        words: {
          message:
            'The page of the authorization endpoint seems to refuse the registered redirect address {redirectUri}.',
          fix: 'A reviewer reads the page. If it refuses, accept the address that was registered, and answer refusals with HTTP 400.',
        },
        'sent-back': {
          message: 'An authorization request is sent back at once with the error {error}.',
          fix: 'Show the login or consent page for a request with a code_challenge (S256), a resource and the scopes that the metadata lists.',
        },
        failed: {
          message: 'An authorization request of a registered client is answered with HTTP {status}.',
          fix: 'Show the login or consent page; it must not depend on cookies or headers that only a second visit has.',
        },
      },
    },
    de: {
      title: 'Die Rückkehradresse des Verzeichnisses wird angenommen',
      why: 'Eine Adresse, die der Server registriert und dann ablehnt, lässt jede Anmeldung auf einer Fehlerseite enden.',
      pass: 'Eine Autorisierungsanfrage mit der registrierten Rückkehradresse führt zur Anmeldung oder Zustimmung.',
      cases: {
        'redirect-refused': {
          message:
            'Die Rückkehradresse {redirectUri} wurde registriert, und der Autorisierungsendpunkt lehnt sie ab (HTTP {status}).',
          fix: 'Vergleichen Sie die Adresse mit denen der Registrierung, und nehmen Sie sie an, wenn sie darunter ist.',
        },
        words: {
          message:
            'Die Seite des Autorisierungsendpunkts scheint die registrierte Rückkehradresse {redirectUri} abzulehnen.',
          fix: 'Eine Prüferin liest die Seite. Lehnt sie ab, nehmen Sie die registrierte Adresse an, und beantworten Sie Ablehnungen mit HTTP 400.',
        },
        'sent-back': {
          message: 'Eine Autorisierungsanfrage kommt sofort mit dem Fehler {error} zurück.',
          fix: 'Zeigen Sie die Seite zur Anmeldung oder Zustimmung für eine Anfrage mit code_challenge (S256), resource und den Scopes, die die Metadaten nennen.',
        },
        failed: {
          message:
            'Die Autorisierungsanfrage eines registrierten Clients wird mit HTTP {status} beantwortet.',
          fix: 'Zeigen Sie die Seite zur Anmeldung oder Zustimmung; sie darf nicht von Cookies oder Headern abhängen, die erst ein zweiter Besuch hat.',
        },
      },
    },
    es: {
      title: 'Se acepta la dirección de retorno del directorio',
      why: 'Una dirección que el servidor registra y luego rechaza hace que todo inicio de sesión termine en una página de error.',
      pass: 'Una petición de autorización con la dirección de retorno registrada lleva al inicio de sesión o al consentimiento.',
      cases: {
        'redirect-refused': {
          message:
            'La dirección de retorno {redirectUri} se registró y el punto de autorización la rechaza (HTTP {status}).',
          fix: 'Compare la dirección con las del registro y acéptela cuando sea una de ellas.',
        },
        words: {
          message:
            'La página del punto de autorización parece rechazar la dirección de retorno registrada {redirectUri}.',
          fix: 'Una persona lee la página. Si rechaza, acepte la dirección registrada y responda a los rechazos con HTTP 400.',
        },
        'sent-back': {
          message: 'Una petición de autorización vuelve enseguida con el error {error}.',
          fix: 'Muestre la página de inicio de sesión o consentimiento para una petición con code_challenge (S256), resource y los ámbitos que figuran en los metadatos.',
        },
        failed: {
          message: 'La petición de autorización de un cliente registrado recibe HTTP {status}.',
          fix: 'Muestre la página de inicio de sesión o consentimiento; no debe depender de cookies ni cabeceras que solo tiene una segunda visita.',
        },
      },
    },
  },
  examples: {
    pass: [
      example(answer({ outcome: 'page' })),
      example(answer({ outcome: 'onwards', status: 302, location: 'https://as.example/login' })),
    ],
    fail: [
      example(answer({ outcome: 'refused', status: 400, namesRedirect: true })),
      example(answer({ outcome: 'refused', status: 500 })),
      example(answer({ outcome: 'refused', status: 200, namesRedirect: true })),
      example(answer({ outcome: 'back', status: 302, error: 'invalid_target' })),
    ],
  },
})

function answer(more: Pick<AuthorizeAnswer, 'outcome'> & Partial<AuthorizeAnswer>): AuthorizeAnswer {
  const redirectUri = 'https://directory.example/oauth/callback'
  return { kind: 'callback', redirectUri, status: 200, excerpt: '', ...more }
}

function example(...answers: AuthorizeAnswer[]) {
  return { authorize: { endpoint: 'https://as.example/authorize', answers } }
}
