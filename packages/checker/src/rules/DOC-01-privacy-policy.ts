import { clauses } from '../clauses.ts'
import { pageFault } from '../page-fault.ts'
import { defineRule } from '../rule.ts'

const FEWEST_WORDS = 200

export const rule = defineRule({
  id: 'DOC-01',
  title: 'There is a privacy policy that everybody can read',
  why: 'Users decide by it whether to hand their data to the server.',
  clause: clauses.faqPrivacy,
  scope: 'passive',
  needs: ['setting', 'privacyPolicy'],
  *check({ setting, privacyPolicy }) {
    const { url, finalUrl, status, contentType, words } = privacyPolicy
    const params = { url: finalUrl ?? url, status: status ?? 0, contentType: contentType ?? 'none' }
    if (url === '') {
      yield { case: 'none' }
      return
    }
    const fault = pageFault(privacyPolicy, setting.loopback)
    if (fault === 'unreachable') {
      yield {
        outcome: 'could-not-look',
        because: 'step-failed',
        at: url,
        params: { problem: privacyPolicy.problem ?? `${url} answers with HTTP ${status ?? 0}.` },
      }
    } else if (fault) yield { case: fault, at: url, params }
    else if (
      !/^(text\/html|text\/plain|text\/markdown|application\/(pdf|xhtml\+xml))\b/i.test(contentType ?? '')
    ) {
      yield { case: 'type', at: url, params }
    } else if (words !== undefined && words < FEWEST_WORDS) {
      yield { case: 'short', at: url, params: { ...params, words, fewest: FEWEST_WORDS } }
    }
  },
  text: {
    en: {
      pass: 'The privacy policy is public, readable and more than a placeholder.',
      cases: {
        none: {
          message: 'The submission names no privacy policy.',
          fix: 'Publish a privacy policy and name its https address.',
        },
        'not-https': {
          message: 'The privacy policy is not an https address: {url}.',
          fix: 'Serve it by https.',
        },
        status: {
          message: 'The privacy policy {url} answers with HTTP {status}.',
          fix: 'Publish the privacy policy at {url}, or name the address where it is.',
        },
        login: {
          message: 'The privacy policy {url} asks for login.',
          fix: 'Publish the privacy policy where it can be read without an account.',
        },
        type: {
          message: 'The privacy policy {url} is of type {contentType}, not a page, text or PDF.',
          fix: 'Publish it as a page, as text or as PDF, with that content-type.',
        },
        short: {
          message: 'The privacy policy {url} has only {words} words.',
          fix: 'Say what is collected, what for, who gets it, how long it is kept and whom to ask; fewer than {fewest} words cannot.',
        },
      },
    },
    de: {
      title: 'Es gibt eine Datenschutzerklärung, die alle lesen können',
      why: 'Nutzer entscheiden danach, ob sie dem Server ihre Daten geben.',
      pass: 'Die Datenschutzerklärung ist öffentlich, lesbar und mehr als ein Platzhalter.',
      cases: {
        none: {
          message: 'Die Einreichung nennt keine Datenschutzerklärung.',
          fix: 'Veröffentlichen Sie eine Datenschutzerklärung und nennen Sie ihre https-Adresse.',
        },
        'not-https': {
          message: 'Die Datenschutzerklärung ist keine https-Adresse: {url}.',
          fix: 'Stellen Sie sie über https bereit.',
        },
        status: {
          message: 'Die Datenschutzerklärung {url} antwortet mit HTTP {status}.',
          fix: 'Veröffentlichen Sie die Datenschutzerklärung unter {url}, oder nennen Sie die Adresse, unter der sie steht.',
        },
        login: {
          message: 'Die Datenschutzerklärung {url} verlangt eine Anmeldung.',
          fix: 'Veröffentlichen Sie die Datenschutzerklärung dort, wo sie ohne Konto zu lesen ist.',
        },
        type: {
          message:
            'Die Datenschutzerklärung {url} ist vom Typ {contentType}, keine Seite, kein Text und kein PDF.',
          fix: 'Veröffentlichen Sie sie als Seite, Text oder PDF mit diesem content-type.',
        },
        short: {
          message: 'Die Datenschutzerklärung {url} hat nur {words} Wörter.',
          fix: 'Sagen Sie, was erhoben wird, wofür, wer es bekommt, wie lange es bleibt und wen man fragt; mit weniger als {fewest} Wörtern geht das nicht.',
        },
      },
    },
    es: {
      title: 'Hay una política de privacidad que todos pueden leer',
      why: 'Con ella deciden los usuarios si entregan sus datos al servidor.',
      pass: 'La política de privacidad es pública, legible y más que un texto de relleno.',
      cases: {
        none: {
          message: 'El envío no nombra ninguna política de privacidad.',
          fix: 'Publique una política de privacidad e indique su dirección https.',
        },
        'not-https': {
          message: 'La política de privacidad no es una dirección https: {url}.',
          fix: 'Sírvala por https.',
        },
        status: {
          message: 'La política de privacidad {url} responde con HTTP {status}.',
          fix: 'Publique la política de privacidad en {url}, o indique la dirección donde está.',
        },
        login: {
          message: 'La política de privacidad {url} pide iniciar sesión.',
          fix: 'Publique la política de privacidad donde se pueda leer sin cuenta.',
        },
        type: {
          message: 'La política de privacidad {url} es del tipo {contentType}: ni página, ni texto, ni PDF.',
          fix: 'Publíquela como página, texto o PDF, con ese content-type.',
        },
        short: {
          message: 'La política de privacidad {url} solo tiene {words} palabras.',
          fix: 'Diga qué se recoge, para qué, quién lo recibe, cuánto se guarda y a quién preguntar; con menos de {fewest} palabras no se puede.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({ status: 200, contentType: 'text/html; charset=utf-8', words: 900 }),
      example({ status: 200, contentType: 'application/pdf' }),
    ],
    fail: [
      { ...example({}), privacyPolicy: { url: '' } },
      example({ status: 404, contentType: 'text/html', words: 300 }),
      example({ status: 200, contentType: 'text/html', words: 12 }),
      example({ status: 200, contentType: 'text/html', words: 900, loginForm: true }),
      example({ status: 200, contentType: 'image/png' }),
      { ...example({}), privacyPolicy: { url: 'http://publisher.example/privacy' } },
    ],
  },
})

function example(answer: { status?: number; contentType?: string; words?: number; loginForm?: boolean }) {
  return {
    setting: { loopback: false, staticClient: false },
    privacyPolicy: { url: 'https://publisher.example/privacy', ...answer },
  }
}
