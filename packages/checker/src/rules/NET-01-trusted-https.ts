import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const FEWEST_DAYS = 14

export const rule = defineRule({
  id: 'NET-01',
  title: 'The server is reached by https that everybody trusts',
  why: 'Without it anybody on the way reads tokens and data.',
  clause: clauses.policyServer,
  scope: 'passive',
  needs: ['setting', 'tls'],
  *check({ setting, tls }) {
    if (setting.loopback) {
      yield { outcome: 'not-applicable', because: 'loopback' }
      return
    }
    if (tls.plain) yield { case: 'plain' }
    else if (!tls.trusted)
      yield { case: 'untrusted', params: { problem: tls.problem ?? 'it is not trusted' } }
    else if (tls.version !== undefined && !['TLSv1.2', 'TLSv1.3'].includes(tls.version)) {
      yield { case: 'old', params: { version: tls.version } }
    } else if (tls.daysLeft !== undefined && tls.daysLeft < FEWEST_DAYS) {
      yield { case: 'expires-soon', params: { days: tls.daysLeft } }
    }
  },
  text: {
    en: {
      pass: 'The certificate is trusted, names the host and is not about to expire.',
      cases: {
        plain: {
          message: 'The address is plain http.',
          fix: 'Serve the endpoint by https with a publicly trusted certificate, and name that address.',
        },
        untrusted: {
          message: 'The certificate is not accepted: {problem}',
          fix: 'Install a certificate of a public authority for this host name, with its whole chain.',
        },
        old: {
          message: 'The server speaks only {version}.',
          fix: 'Allow TLS 1.2 and TLS 1.3.',
        },
        'expires-soon': {
          message: 'The certificate expires in {days} days.',
          fix: 'Renew the certificate, and let a program do it from now on.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        setting: { loopback: false, staticClient: false },
        tls: { plain: false, trusted: true, version: 'TLSv1.3', daysLeft: 60 },
      },
    ],
    fail: [
      { setting: { loopback: false, staticClient: false }, tls: { plain: true, trusted: false } },
      {
        setting: { loopback: false, staticClient: false },
        tls: { plain: false, trusted: false, problem: 'self-signed certificate.' },
      },
      {
        setting: { loopback: false, staticClient: false },
        tls: { plain: false, trusted: true, version: 'TLSv1.1' },
      },
      {
        setting: { loopback: false, staticClient: false },
        tls: { plain: false, trusted: true, version: 'TLSv1.3', daysLeft: 3 },
      },
    ],
  },
})
