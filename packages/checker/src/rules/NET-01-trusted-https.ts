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
    de: {
      title: 'Der Server ist über https erreichbar, dem alle vertrauen',
      why: 'Sonst liest jeder auf dem Weg Token und Daten mit.',
      pass: 'Dem Zertifikat wird vertraut, es nennt den Host und läuft nicht bald ab.',
      cases: {
        plain: {
          message: 'Die Adresse ist unverschlüsseltes http.',
          fix: 'Stellen Sie den Endpunkt über https mit einem öffentlich anerkannten Zertifikat bereit und nennen Sie diese Adresse.',
        },
        untrusted: {
          message: 'Das Zertifikat wird nicht anerkannt: {problem}',
          fix: 'Installieren Sie ein Zertifikat einer öffentlichen Stelle für diesen Hostnamen, mit der ganzen Kette.',
        },
        old: {
          message: 'Der Server spricht nur {version}.',
          fix: 'Erlauben Sie TLS 1.2 und TLS 1.3.',
        },
        'expires-soon': {
          message: 'Das Zertifikat läuft in {days} Tagen ab.',
          fix: 'Erneuern Sie das Zertifikat, und lassen Sie das künftig ein Programm tun.',
        },
      },
    },
    es: {
      title: 'Al servidor se llega por un https en el que todos confían',
      why: 'Sin él, cualquiera en el camino lee tokens y datos.',
      pass: 'El certificado es de confianza, nombra el host y no está a punto de caducar.',
      cases: {
        plain: {
          message: 'La dirección es http sin cifrar.',
          fix: 'Sirva el punto de acceso por https con un certificado de confianza pública e indique esa dirección.',
        },
        untrusted: {
          message: 'No se acepta el certificado: {problem}',
          fix: 'Instale un certificado de una autoridad pública para este nombre de host, con toda su cadena.',
        },
        old: {
          message: 'El servidor solo habla {version}.',
          fix: 'Permita TLS 1.2 y TLS 1.3.',
        },
        'expires-soon': {
          message: 'El certificado caduca en {days} días.',
          fix: 'Renueve el certificado y deje que en adelante lo haga un programa.',
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
