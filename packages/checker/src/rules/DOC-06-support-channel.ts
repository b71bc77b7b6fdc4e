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
