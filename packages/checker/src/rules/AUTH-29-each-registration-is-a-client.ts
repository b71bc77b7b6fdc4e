import { clauses } from '../clauses.ts'
import type { RegistrationKind, RegistrationTry } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** A proxy before another login often gives every caller its own one client id. */
export const rule = defineRule({
  id: 'AUTH-29',
  title: 'Two registrations are two clients',
  why: 'When all clients share one id, the consent that a user gave to one is used for all others.',
  clause: clauses.mcpSecurity,
  scope: 'login',
  needs: ['registrationTries'],
  *check({ registrationTries }) {
    const { endpoint, tries } = registrationTries
    const good = tries.filter(({ status, kind }) => status < 300 && own.has(kind))
    if (good.length < 2) {
      yield { outcome: 'not-applicable', because: 'one-registration' }
      return
    }
    const same = good.find(({ sameClientAs }) => sameClientAs !== undefined)
    if (same)
      yield { case: 'same-client', outcome: 'needs-human', at: endpoint, params: { count: good.length } }
  },
  text: {
    en: {
      pass: 'Two registrations got two client ids.',
      cases: {
        'same-client': {
          message: '{count} registrations with different redirect addresses got the same client id.',
          fix: 'A reviewer looks whether the user consents for each client. Give every registration its own id, or ask for consent each time.',
        },
      },
    },
    de: {
      title: 'Zwei Registrierungen sind zwei Clients',
      why: 'Teilen sich alle Clients eine ID, gilt die Zustimmung für einen auch für alle anderen.',
      pass: 'Zwei Registrierungen bekamen zwei Client-IDs.',
      cases: {
        'same-client': {
          message: '{count} Registrierungen mit verschiedenen Rückkehradressen bekamen dieselbe Client-ID.',
          fix: 'Eine Prüferin sieht nach, ob für jeden Client zugestimmt wird. Geben Sie jeder Registrierung eine eigene ID, oder fragen Sie jedes Mal nach Zustimmung.',
        },
      },
    },
    es: {
      title: 'Dos registros son dos clientes',
      why: 'Si todos los clientes comparten un identificador, el consentimiento dado a uno vale para los demás.',
      pass: 'Dos registros recibieron dos identificadores de cliente.',
      cases: {
        'same-client': {
          message:
            '{count} registros con direcciones de retorno distintas recibieron el mismo identificador de cliente.',
          fix: 'Una persona mira si se consiente para cada cliente. Dé a cada registro su propio identificador o pida consentimiento cada vez.',
        },
      },
    },
  },
  examples: {
    pass: [example(undefined)],
    fail: [example('callback')],
  },
})

const own: ReadonlySet<RegistrationKind> = new Set(['callback', 'callback-again', 'loopback'])

function example(sameClientAs: RegistrationKind | undefined) {
  const first: RegistrationTry = { kind: 'callback', redirectUris: [], status: 201, accepted: true }
  const second: RegistrationTry = { ...first, kind: 'loopback', ...(sameClientAs ? { sameClientAs } : {}) }
  return { registrationTries: { endpoint: 'https://as.example/register', tries: [first, second] } }
}
