import { clauses } from '../clauses.ts'
import { pageFault } from '../page-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-09',
  title: 'Terms of service can be read',
  why: 'Users agree to something when they connect; they should be able to read what.',
  clause: clauses.faqTerms,
  scope: 'passive',
  needs: ['setting', 'terms'],
  *check({ setting, terms }) {
    if (terms.url === '') {
      yield { case: 'none' }
      return
    }
    const { url, status = 0, problem = `${url} answers with HTTP ${status}.` } = terms
    const fault = pageFault(terms, setting.loopback)
    if (fault === 'unreachable') {
      yield { outcome: 'could-not-look', because: 'step-failed', at: url, params: { problem } }
    } else if (fault) yield { case: fault, at: url, params: { url, status } }
  },
  text: {
    en: {
      pass: 'The terms of service can be read.',
      cases: {
        none: {
          message: 'The submission names no terms of service.',
          fix: 'Publish terms of service and name their https address.',
        },
        'not-https': {
          message: 'The page of terms of service {url} is not an https address.',
          fix: 'Serve it by https.',
        },
        status: {
          message: 'The page of terms of service {url} answers with HTTP {status}.',
          fix: 'Publish the terms there, or name the address where it is.',
        },
        login: {
          message: 'The page of terms of service {url} asks for login.',
          fix: 'Publish the terms where it can be read without an account.',
        },
      },
    },
    de: {
      title: 'Die Nutzungsbedingungen sind lesbar',
      why: 'Wer sich verbindet, nimmt etwas an; er soll lesen können, was.',
      pass: 'Die Nutzungsbedingungen sind lesbar.',
      cases: {
        none: {
          message: 'Die Einreichung nennt keine Nutzungsbedingungen.',
          fix: 'Veröffentlichen Sie Nutzungsbedingungen und nennen Sie ihre https-Adresse.',
        },
        'not-https': {
          message: 'Die Seite der Nutzungsbedingungen {url} ist keine https-Adresse.',
          fix: 'Liefern Sie sie über https aus.',
        },
        status: {
          message: 'Die Seite der Nutzungsbedingungen {url} antwortet mit HTTP {status}.',
          fix: 'Veröffentlichen Sie die Bedingungen dort, oder nennen Sie die richtige Adresse.',
        },
        login: {
          message: 'Die Seite der Nutzungsbedingungen {url} verlangt eine Anmeldung.',
          fix: 'Veröffentlichen Sie die Bedingungen so, dass man kein Konto braucht.',
        },
      },
    },
    es: {
      title: 'Las condiciones del servicio se pueden leer',
      why: 'Quien se conecta acepta algo; debe poder leer qué.',
      pass: 'Las condiciones del servicio se pueden leer.',
      cases: {
        none: {
          message: 'El envío no nombra condiciones del servicio.',
          fix: 'Publique las condiciones del servicio y nombre su dirección https.',
        },
        'not-https': {
          message: 'La página de las condiciones del servicio {url} no es una dirección https.',
          fix: 'Sírvala por https.',
        },
        status: {
          message: 'La página de las condiciones del servicio {url} responde con HTTP {status}.',
          fix: 'Publique las condiciones ahí, o nombre la dirección donde está.',
        },
        login: {
          message: 'La página de las condiciones del servicio {url} pide iniciar sesión.',
          fix: 'Publique las condiciones donde se pueda leer sin cuenta.',
        },
      },
    },
  },
  examples: {
    pass: [example({ status: 200 })],
    fail: [
      { setting: { loopback: false, staticClient: false }, terms: { url: '' } },
      example({ status: 404 }),
      example({ status: 200, loginForm: true }),
      { ...example({}), terms: { url: 'http://publisher.example/page' } },
    ],
  },
})

function example(answer: { status?: number; loginForm?: boolean }) {
  return {
    setting: { loopback: false, staticClient: false },
    terms: { url: 'https://publisher.example/page', ...answer },
  }
}
