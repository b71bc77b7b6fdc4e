import { clauses } from '../clauses.ts'
import type { RegistrationKind, RegistrationTry } from '../evidence/authorization-facts.ts'
import { defineRule } from '../rule.ts'

/** Registrations whose redirect address would hand a code, or a script, to somebody else. */
export const rule = defineRule({
  id: 'AUTH-28',
  title: 'Registration refuses dangerous redirect addresses',
  why: 'Whoever registers such an address gets codes, or runs a script on the pages of the login.',
  clause: clauses.rfc9700,
  scope: 'login',
  needs: ['registrationTries'],
  *check({ registrationTries }) {
    const { endpoint, tries } = registrationTries
    const dangerous = tries.filter(({ kind }) => scripts.has(kind) || weak.has(kind))
    const taken = dangerous.filter(({ accepted }) => accepted)
    const uris = (which: ReadonlySet<RegistrationKind>): string[] =>
      taken.filter(({ kind }) => which.has(kind)).flatMap(({ redirectUris }) => [...redirectUris])
    const script = uris(scripts)
    if (script.length > 0) yield { case: 'script', at: endpoint, params: { uris: script } }
    const others = uris(weak)
    if (others.length > 0)
      yield { case: 'weak', outcome: 'needs-human', at: endpoint, params: { uris: others } }
    const unclear = dangerous.find(({ status }) => status === 429 || status >= 500)
    if (taken.length > 0 || (dangerous.length > 0 && !unclear)) return
    const problem = unclear ? `${endpoint} answers ${unclear.status}.` : 'no registration was tried.'
    yield { outcome: 'could-not-look', because: 'step-failed', params: { problem } }
  },
  text: {
    en: {
      pass: 'Addresses with a script, a wildcard, plain http or a fragment were refused.',
      cases: {
        script: {
          message: 'Redirect addresses that run a script were registered: {uris}.',
          fix: 'Accept only https addresses and http on the loopback interface.',
        },
        weak: {
          message: 'Redirect addresses that may reach somebody else were registered: {uris}.',
          fix: 'A reviewer looks whether a login would use them. Accept only https addresses without wildcard and fragment, and http on the loopback interface.',
        },
      },
    },
    de: {
      title: 'Die Registrierung lehnt gefährliche Rückkehradressen ab',
      why: 'Wer eine solche Adresse registriert, bekommt Codes oder führt ein Skript auf den Seiten der Anmeldung aus.',
      pass: 'Adressen mit Skript, Platzhalter, einfachem http oder Fragment wurden abgelehnt.',
      cases: {
        script: {
          message: 'Rückkehradressen, die ein Skript ausführen, wurden registriert: {uris}.',
          fix: 'Nehmen Sie nur https-Adressen an, und http auf dem eigenen Rechner.',
        },
        weak: {
          message: 'Rückkehradressen, die jemand anderen erreichen können, wurden registriert: {uris}.',
          fix: 'Eine Prüferin sieht nach, ob eine Anmeldung sie benutzen würde. Nehmen Sie nur https-Adressen ohne Platzhalter und Fragment an, und http auf dem eigenen Rechner.',
        },
      },
    },
    es: {
      title: 'El registro rechaza direcciones de retorno peligrosas',
      why: 'Quien registra una dirección así obtiene códigos o ejecuta un script en las páginas del inicio de sesión.',
      pass: 'Se rechazaron direcciones con script, comodín, http simple o fragmento.',
      cases: {
        script: {
          message: 'Se registraron direcciones de retorno que ejecutan un script: {uris}.',
          fix: 'Acepte solo direcciones https y http en el propio equipo.',
        },
        weak: {
          message: 'Se registraron direcciones de retorno que pueden llegar a otra persona: {uris}.',
          fix: 'Una persona mira si un inicio de sesión las usaría. Acepte solo direcciones https sin comodín ni fragmento, y http en el propio equipo.',
        },
      },
    },
  },
  examples: {
    pass: [example(['script', 400], ['fragment', 400])],
    fail: [example(['script', 201], ['fragment', 400]), example(['script', 400], ['plain-http', 201])],
  },
})

const scripts: ReadonlySet<RegistrationKind> = new Set(['script', 'data'])
const weak: ReadonlySet<RegistrationKind> = new Set(['wildcard', 'plain-http', 'fragment'])

function example(...tries: (readonly [RegistrationKind, number])[]) {
  const all = tries.map(([kind, status]): RegistrationTry => {
    return { kind, redirectUris: [`${kind}:example`], status, accepted: status === 201 }
  })
  return { registrationTries: { endpoint: 'https://as.example/register', tries: all } }
}
