import { clauses } from '../clauses.ts'
import type { AccountFacts } from '../evidence/form-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-10',
  title: 'The listing says which account is needed and where to get one',
  why: 'Who connects should know before the login page whether an account costs money, and how to get it.',
  clause: clauses.faqAccount,
  scope: 'passive',
  needs: ['access', 'account'],
  *check({ access, account: { text, signUp } }) {
    if (!access.protected) {
      yield { outcome: 'not-applicable', because: 'no-login' }
      return
    }
    if (text.trim() === '') yield { case: 'none' }
    if (!signUp) yield { case: 'no-link' }
    else {
      const { url, status = 0, problem = `${url} answers with HTTP ${status}.` } = signUp
      const unanswered = signUp.problem !== undefined || status >= 500 || status === 429
      if (unanswered)
        yield { outcome: 'could-not-look', because: 'step-failed', at: url, params: { problem } }
      else if (status === 0 || status >= 400) yield { case: 'dead-link', at: url, params: { url, status } }
    }
  },
  text: {
    en: {
      pass: 'The listing says which account is needed, and the page to get one answers.',
      cases: {
        none: {
          message: 'The server asks for login, and the listing does not say which account is needed.',
          fix: 'Say which account users need and whether it is free.',
        },
        'no-link': {
          message: 'The server asks for login, and the listing has no link to get an account.',
          fix: 'Name the page where users sign up, or where they learn who gives them an account.',
        },
        'dead-link': {
          message: 'The sign-up page {url} does not answer as a public https page (HTTP {status}).',
          fix: 'Name a sign-up page that exists.',
        },
      },
    },
    de: {
      title: 'Der Eintrag sagt, welches Konto nötig ist und woher man es bekommt',
      why: 'Wer sich verbindet, soll vor der Anmeldeseite wissen, ob ein Konto Geld kostet und wie man es bekommt.',
      pass: 'Der Eintrag sagt, welches Konto nötig ist, und die Seite dafür antwortet.',
      cases: {
        none: {
          message: 'Der Server verlangt eine Anmeldung, und der Eintrag sagt nicht, welches Konto nötig ist.',
          fix: 'Sagen Sie, welches Konto Benutzer brauchen und ob es etwas kostet.',
        },
        'no-link': {
          message:
            'Der Server verlangt eine Anmeldung, und der Eintrag nennt keine Seite, auf der man ein Konto bekommt.',
          fix: 'Nennen Sie die Seite, auf der man sich registriert oder erfährt, wer ein Konto vergibt.',
        },
        'dead-link': {
          message:
            'Die Registrierungsseite {url} antwortet nicht als öffentliche https-Seite (HTTP {status}).',
          fix: 'Nennen Sie eine Registrierungsseite, die es gibt.',
        },
      },
    },
    es: {
      title: 'La ficha dice qué cuenta hace falta y dónde conseguirla',
      why: 'Quien se conecta debe saber antes de la página de acceso si una cuenta cuesta dinero y cómo se consigue.',
      pass: 'La ficha dice qué cuenta hace falta, y la página para conseguirla responde.',
      cases: {
        none: {
          message: 'El servidor pide iniciar sesión y la ficha no dice qué cuenta hace falta.',
          fix: 'Diga qué cuenta necesitan los usuarios y si es gratis.',
        },
        'no-link': {
          message: 'El servidor pide iniciar sesión y la ficha no enlaza dónde conseguir una cuenta.',
          fix: 'Nombre la página de registro, o la que explica quién da la cuenta.',
        },
        'dead-link': {
          message: 'La página de registro {url} no responde como página https pública (HTTP {status}).',
          fix: 'Nombre una página de registro que exista.',
        },
      },
    },
  },
  examples: {
    pass: [
      example({
        text: 'A free account is needed.',
        signUp: { url: 'https://publisher.example/join', status: 200 },
      }),
    ],
    fail: [
      example({ text: '' }),
      example({ text: 'A free account.' }),
      example({ text: 'A free account.', signUp: { url: 'https://publisher.example/join', status: 404 } }),
    ],
  },
})

function example(account: AccountFacts) {
  return { access: { protected: true, status: 401, schemes: ['Bearer'], writers: [] }, account }
}
