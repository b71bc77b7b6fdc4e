import { clauses } from '../clauses.ts'
import { pageFault } from '../page-fault.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'DOC-06',
  title: 'There is a support channel',
  why: 'Users of a connector need somebody to ask.',
  clause: clauses.policyPublisher,
  scope: 'passive',
  needs: ['setting', 'support'],
  *check({ setting, support }) {
    if (support.kind === 'none') yield { case: 'none' }
    else if (support.kind === 'email') {
      const params = { address: support.address }
      if (!support.wellFormed) yield { case: 'malformed', params }
      else yield { case: 'mail-not-tried', outcome: 'needs-human', params }
    } else {
      const { url, status, problem } = support.document
      const fault = pageFault(support.document, setting.loopback)
      if (fault === 'unreachable') {
        yield {
          outcome: 'could-not-look',
          because: 'step-failed',
          at: url,
          params: { problem: problem ?? `${url} answers with HTTP ${status ?? 0}.` },
        }
      } else if (fault) yield { case: fault, at: url, params: { url, status: status ?? 0 } }
    }
  },
  text: {
    en: {
      pass: 'The support page answers.',
      cases: {
        none: {
          message: 'The submission names no support channel.',
          fix: 'Name a support page or an e-mail address.',
        },
        malformed: {
          message: '{address} is neither a web address nor an e-mail address.',
          fix: 'Name a support page (https) or an e-mail address.',
        },
        'mail-not-tried': {
          message: 'Support is the e-mail address {address}; whether mail arrives there was not tried.',
          fix: 'A reviewer confirms that {address} answers.',
        },
        'not-https': {
          message: 'The support page {url} is not an https address.',
          fix: 'Serve it by https.',
        },
        status: {
          message: 'The support page {url} answers with HTTP {status}.',
          fix: 'Name a support page that exists.',
        },
        login: {
          message: 'The support page {url} asks for login.',
          fix: 'Name a support page that can be read without an account, or an e-mail address.',
        },
      },
    },
    de: {
      title: 'Es gibt einen Weg zu Hilfe',
      why: 'Nutzer eines Konnektors brauchen jemanden, den sie fragen können.',
      pass: 'Die Hilfeseite antwortet.',
      cases: {
        none: {
          message: 'Die Einreichung nennt keinen Weg zu Hilfe.',
          fix: 'Nennen Sie eine Hilfeseite oder eine E-Mail-Adresse.',
        },
        malformed: {
          message: '{address} ist weder eine Webadresse noch eine E-Mail-Adresse.',
          fix: 'Nennen Sie eine Hilfeseite (https) oder eine E-Mail-Adresse.',
        },
        'mail-not-tried': {
          message:
            'Hilfe gibt es unter der E-Mail-Adresse {address}; ob dort Post ankommt, wurde nicht versucht.',
          fix: 'Die Prüfung bestätigt, dass {address} antwortet.',
        },
        'not-https': {
          message: 'Die Hilfeseite {url} ist keine https-Adresse.',
          fix: 'Stellen Sie sie über https bereit.',
        },
        status: {
          message: 'Die Hilfeseite {url} antwortet mit HTTP {status}.',
          fix: 'Nennen Sie eine Hilfeseite, die es gibt.',
        },
        login: {
          message: 'Die Hilfeseite {url} verlangt eine Anmeldung.',
          fix: 'Nennen Sie eine Hilfeseite, die ohne Konto zu lesen ist, oder eine E-Mail-Adresse.',
        },
      },
    },
    es: {
      title: 'Hay un canal de ayuda',
      why: 'Los usuarios de un conector necesitan a quién preguntar.',
      pass: 'La página de ayuda responde.',
      cases: {
        none: {
          message: 'El envío no nombra ningún canal de ayuda.',
          fix: 'Indique una página de ayuda o una dirección de correo.',
        },
        malformed: {
          message: '{address} no es ni una dirección web ni una de correo.',
          fix: 'Indique una página de ayuda (https) o una dirección de correo.',
        },
        'mail-not-tried': {
          message: 'La ayuda es la dirección de correo {address}; no se probó si el correo llega.',
          fix: 'Quien revisa confirma que {address} responde.',
        },
        'not-https': {
          message: 'La página de ayuda {url} no es una dirección https.',
          fix: 'Sírvala por https.',
        },
        status: {
          message: 'La página de ayuda {url} responde con HTTP {status}.',
          fix: 'Indique una página de ayuda que exista.',
        },
        login: {
          message: 'La página de ayuda {url} pide iniciar sesión.',
          fix: 'Indique una página de ayuda que se lea sin cuenta, o una dirección de correo.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        setting: { loopback: false, staticClient: false },
        support: { kind: 'page', document: { url: 'https://publisher.example/help', status: 200 } },
      },
    ],
    fail: [
      { setting: { loopback: false, staticClient: false }, support: { kind: 'none' } },
      {
        setting: { loopback: false, staticClient: false },
        support: { kind: 'email', address: 'help at example', wellFormed: false },
      },
      {
        setting: { loopback: false, staticClient: false },
        support: { kind: 'email', address: 'help@publisher.example', wellFormed: true },
      },
      {
        setting: { loopback: false, staticClient: false },
        support: { kind: 'page', document: { url: 'https://publisher.example/help', status: 404 } },
      },
      {
        setting: { loopback: false, staticClient: false },
        support: { kind: 'page', document: { url: 'https://publisher.example/help', status: 401 } },
      },
      {
        setting: { loopback: false, staticClient: false },
        support: { kind: 'page', document: { url: 'http://publisher.example/help' } },
      },
    ],
  },
})
