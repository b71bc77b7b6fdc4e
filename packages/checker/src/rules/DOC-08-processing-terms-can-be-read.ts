import { clauses } from '../clauses.ts'
import { pageFault } from '../page-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-08',
  title: 'Data-processing terms can be read',
  why: 'Organisations may use a service only under such terms; they need the page before they decide.',
  clause: clauses.faqAgreement,
  scope: 'passive',
  needs: ['setting', 'processingTerms'],
  *check({ setting, processingTerms }) {
    const { url, status = 0, problem = `${url} answers with HTTP ${status}.` } = processingTerms
    const fault = pageFault(processingTerms, setting.loopback)
    if (fault === 'unreachable') {
      yield { outcome: 'could-not-look', because: 'step-failed', at: url, params: { problem } }
    } else if (fault) yield { case: fault, at: url, params: { url, status } }
  },
  text: {
    en: {
      pass: 'The data-processing terms that the publisher names can be read.',
      cases: {
        'not-https': {
          message: 'The page of data-processing terms {url} is not an https address.',
          fix: 'Serve it by https.',
        },
        status: {
          message: 'The page of data-processing terms {url} answers with HTTP {status}.',
          fix: 'Publish the data-processing terms there, or name the address where it is.',
        },
        login: {
          message: 'The page of data-processing terms {url} asks for login.',
          fix: 'Publish the data-processing terms where it can be read without an account.',
        },
      },
    },
    de: {
      title: 'Der Auftragsverarbeitungsvertrag ist lesbar',
      why: 'Organisationen dürfen einen Dienst nur unter solchen Bedingungen nutzen; sie brauchen die Seite, bevor sie entscheiden.',
      pass: 'Der Auftragsverarbeitungsvertrag, den der Herausgeber nennt, ist lesbar.',
      cases: {
        'not-https': {
          message: 'Die Seite mit dem Auftragsverarbeitungsvertrag {url} ist keine https-Adresse.',
          fix: 'Liefern Sie sie über https aus.',
        },
        status: {
          message: 'Die Seite mit dem Auftragsverarbeitungsvertrag {url} antwortet mit HTTP {status}.',
          fix: 'Veröffentlichen Sie den Vertrag dort, oder nennen Sie die richtige Adresse.',
        },
        login: {
          message: 'Die Seite mit dem Auftragsverarbeitungsvertrag {url} verlangt eine Anmeldung.',
          fix: 'Veröffentlichen Sie den Vertrag so, dass man kein Konto braucht.',
        },
      },
    },
    es: {
      title: 'El acuerdo de tratamiento de datos se puede leer',
      why: 'Las organizaciones solo pueden usar un servicio con tal acuerdo; necesitan la página antes de decidir.',
      pass: 'El acuerdo de tratamiento de datos que nombra el editor se puede leer.',
      cases: {
        'not-https': {
          message: 'La página del acuerdo de tratamiento de datos {url} no es una dirección https.',
          fix: 'Sírvala por https.',
        },
        status: {
          message: 'La página del acuerdo de tratamiento de datos {url} responde con HTTP {status}.',
          fix: 'Publique el acuerdo ahí, o nombre la dirección donde está.',
        },
        login: {
          message: 'La página del acuerdo de tratamiento de datos {url} pide iniciar sesión.',
          fix: 'Publique el acuerdo donde se pueda leer sin cuenta.',
        },
      },
    },
  },
  examples: {
    pass: [example({ status: 200 })],
    fail: [
      example({ status: 404 }),
      example({ status: 200, loginForm: true }),
      { ...example({}), processingTerms: { url: 'http://publisher.example/page' } },
    ],
  },
})

function example(answer: { status?: number; loginForm?: boolean }) {
  return {
    setting: { loopback: false, staticClient: false },
    processingTerms: { url: 'https://publisher.example/page', ...answer },
  }
}
