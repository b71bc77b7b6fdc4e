import { clauses } from '../clauses.ts'
import type { AuthorizeAnswer, RegistrationTry } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** Programs on a user's own machine come back to a port that they choose at run time. */
export const rule = defineRule({
  id: 'AUTH-12',
  title: "Redirects to the user's own machine work on any port",
  why: 'A command line client waits on a port that is free at that moment; it cannot register each one.',
  clause: clauses.rfc8252,
  scope: 'login',
  needs: ['registrationTries', 'authorize'],
  *check({ registrationTries, authorize }) {
    const tried = registrationTries.tries.find(({ kind }) => kind === 'loopback')
    if (!tried) {
      yield { outcome: 'could-not-look', because: 'no-answer-came-back' }
      return
    }
    if (!tried.accepted) {
      const params = { status: tried.status, uris: [...tried.redirectUris] }
      yield { case: 'not-registered', at: registrationTries.endpoint, params }
      return
    }
    const callback = authorize.answers.find(({ kind }) => kind === 'callback')
    if (callback?.outcome === 'refused' || callback?.error !== undefined) {
      yield { outcome: 'not-applicable', because: 'authorize-refused' }
      return
    }
    for (const [kind, name] of [
      ['loopback-address', 'address'],
      ['loopback-name', 'name'],
    ] as const) {
      const answer = authorize.answers.find((each) => each.kind === kind)
      const refused =
        answer?.outcome === 'refused' || (answer?.outcome === 'back' && answer.error !== undefined)
      if (!answer || !refused) continue
      const params = { uri: answer.redirectUri, status: answer.status }
      yield { case: name, at: authorize.endpoint, params, excerpt: answer.excerpt }
    }
  },
  text: {
    en: {
      pass: '127.0.0.1 and localhost are accepted as redirect addresses, on any port.',
      cases: {
        'not-registered': {
          message: 'A client with the redirect addresses {uris} cannot be registered (HTTP {status}).',
          fix: 'Accept http redirect addresses whose host is 127.0.0.1, [::1] or localhost.',
        },
        address: {
          message:
            'The redirect address {uri} is refused (HTTP {status}), although only its port differs from the registered one.',
          fix: 'Ignore the port when you compare redirect addresses on 127.0.0.1 and [::1].',
        },
        name: {
          message:
            'The redirect address {uri} is refused (HTTP {status}), although only its port differs from the registered one.',
          fix: 'Ignore the port when you compare redirect addresses on localhost.',
        },
      },
    },
    de: {
      title: 'Die Rückkehr auf den eigenen Rechner klappt an jedem Port',
      why: 'Ein Client in der Befehlszeile wartet an einem Port, der gerade frei ist; jeden einzeln registrieren kann er nicht.',
      pass: '127.0.0.1 und localhost werden als Rückkehradressen angenommen, an jedem Port.',
      cases: {
        'not-registered': {
          message:
            'Ein Client mit den Rückkehradressen {uris} lässt sich nicht registrieren (HTTP {status}).',
          fix: 'Nehmen Sie http-Adressen an, deren Host 127.0.0.1, [::1] oder localhost ist.',
        },
        address: {
          message:
            'Die Rückkehradresse {uri} wird abgelehnt (HTTP {status}), obwohl nur ihr Port von der registrierten abweicht.',
          fix: 'Übergehen Sie den Port, wenn Sie Adressen auf 127.0.0.1 und [::1] vergleichen.',
        },
        name: {
          message:
            'Die Rückkehradresse {uri} wird abgelehnt (HTTP {status}), obwohl nur ihr Port von der registrierten abweicht.',
          fix: 'Übergehen Sie den Port, wenn Sie Adressen auf localhost vergleichen.',
        },
      },
    },
    es: {
      title: 'El retorno al propio equipo funciona en cualquier puerto',
      why: 'Un cliente de línea de órdenes espera en un puerto que está libre en ese momento; no puede registrarlos todos.',
      pass: 'Se aceptan 127.0.0.1 y localhost como direcciones de retorno, en cualquier puerto.',
      cases: {
        'not-registered': {
          message: 'No se puede registrar un cliente con las direcciones de retorno {uris} (HTTP {status}).',
          fix: 'Acepte direcciones http cuyo host sea 127.0.0.1, [::1] o localhost.',
        },
        address: {
          message:
            'La dirección de retorno {uri} se rechaza (HTTP {status}), aunque solo su puerto difiere de la registrada.',
          fix: 'No tenga en cuenta el puerto al comparar direcciones en 127.0.0.1 y [::1].',
        },
        name: {
          message:
            'La dirección de retorno {uri} se rechaza (HTTP {status}), aunque solo su puerto difiere de la registrada.',
          fix: 'No tenga en cuenta el puerto al comparar direcciones en localhost.',
        },
      },
    },
  },
  examples: {
    pass: [example(true, 'page')],
    fail: [example(false, 'page'), example(true, 'refused')],
  },
})

function example(accepted: boolean, outcome: AuthorizeAnswer['outcome']) {
  const redirectUris = ['http://127.0.0.1:33418/callback', 'http://localhost:33418/callback']
  const tried: RegistrationTry = { kind: 'loopback', redirectUris, status: accepted ? 201 : 400, accepted }
  const answers = (['loopback-address', 'loopback-name'] as const).map((kind): AuthorizeAnswer => {
    const host = kind === 'loopback-name' ? 'localhost' : '127.0.0.1'
    const status = outcome === 'page' ? 200 : 400
    return { kind, redirectUri: `http://${host}:54321/callback`, status, outcome, excerpt: '' }
  })
  return {
    registrationTries: { endpoint: 'https://as.example/register', tries: [tried] },
    authorize: { endpoint: 'https://as.example/authorize', answers },
  }
}
