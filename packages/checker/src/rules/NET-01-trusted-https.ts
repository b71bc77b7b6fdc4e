import { clauses } from '../clauses.ts'
import type { PlainTwinFacts, TlsFacts } from '../evidence/facts.ts'
import { defineRule, type Draft } from '../rule.ts'

const FEWEST_DAYS = 14
const good = { plain: false, trusted: true, version: 'TLSv1.3', daysLeft: 60 } as const
const unseen = { outcome: 'could-not-look', because: 'step-failed' } as const

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
    yield* weakWays(tls)
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
        'old-accepted': {
          message: 'The host also accepts {versions}, which is retired.',
          fix: 'Switch it off where TLS ends, at the server or at the network before it, and leave TLS 1.2 and TLS 1.3.',
        },
        'plain-mcp': {
          message: 'The same path answers MCP without encryption, at {url} (HTTP {status}).',
          fix: 'Let port 80 redirect to https, or close it. Tokens that were sent there count as known to others.',
        },
        'plain-page': {
          message:
            'The same path is answered without encryption and without a redirect to https, at {url} (HTTP {status}).',
          fix: 'Let port 80 redirect to https, or close it.',
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
        'old-accepted': {
          message: 'Der Rechner nimmt auch {versions} an, das ausgemustert ist.',
          fix: 'Schalten Sie es ab, wo TLS endet, am Server oder am Netz davor, und lassen Sie TLS 1.2 und TLS 1.3.',
        },
        'plain-mcp': {
          message: 'Derselbe Pfad beantwortet MCP unverschlüsselt, unter {url} (HTTP {status}).',
          fix: 'Leiten Sie Port 80 auf https um, oder schließen Sie ihn. Token, die dorthin gingen, gelten als bekannt.',
        },
        'plain-page': {
          message:
            'Derselbe Pfad wird unverschlüsselt und ohne Umleitung auf https beantwortet, unter {url} (HTTP {status}).',
          fix: 'Leiten Sie Port 80 auf https um, oder schließen Sie ihn.',
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
        'old-accepted': {
          message: 'El host acepta también {versions}, que está retirado.',
          fix: 'Desactívelo donde termina TLS, en el servidor o en la red que lo precede, y deje TLS 1.2 y TLS 1.3.',
        },
        'plain-mcp': {
          message: 'La misma ruta responde MCP sin cifrar, en {url} (HTTP {status}).',
          fix: 'Redirija el puerto 80 a https, o ciérrelo. Los tokens que pasaron por ahí cuentan como conocidos.',
        },
        'plain-page': {
          message: 'La misma ruta se responde sin cifrar y sin redirigir a https, en {url} (HTTP {status}).',
          fix: 'Redirija el puerto 80 a https, o ciérrelo.',
        },
      },
    },
  },
  examples: {
    pass: [
      example(good),
      example({
        ...good,
        oldTls: [{ version: 'TLSv1', outcome: 'refused' }],
        plainTwin: twin('redirects', 308),
      }),
      example({ ...good, plainTwin: twin('closed') }),
    ],
    fail: [
      example({ plain: true, trusted: false }),
      example({ plain: false, trusted: false, problem: 'self-signed certificate.' }),
      example({ plain: false, trusted: true, version: 'TLSv1.1' }),
      example({ plain: false, trusted: true, version: 'TLSv1.3', daysLeft: 3 }),
      example({ ...good, oldTls: [{ version: 'TLSv1', outcome: 'accepted' }] }),
      example({ ...good, plainTwin: twin('mcp', 200) }),
      example({ ...good, plainTwin: twin('page', 200) }),
    ],
  },
})

function* weakWays({ oldTls = [], plainTwin }: TlsFacts): Generator<Draft> {
  const accepted = oldTls.filter(({ outcome }) => outcome === 'accepted').map(({ version }) => version)
  if (accepted.length > 0) yield { case: 'old-accepted', signal: 'old-tls', params: { versions: accepted } }
  for (const { version, outcome, problem = '' } of oldTls) {
    if (outcome === 'unclear') yield { ...unseen, like: 'old-accepted', at: version, params: { problem } }
  }
  if (!plainTwin) return
  const { url, outcome, status = 0, problem = '' } = plainTwin
  if (outcome === 'unclear') yield { ...unseen, like: 'plain-mcp', at: url, params: { problem } }
  if (outcome !== 'mcp' && outcome !== 'page') return
  yield { case: `plain-${outcome}`, signal: 'plain-http', at: url, params: { url, status } }
}

function example(tls: TlsFacts) {
  return { setting: { loopback: false, staticClient: false }, tls }
}

function twin(outcome: PlainTwinFacts['outcome'], status?: number): PlainTwinFacts {
  return { url: 'http://mcp.publisher.example/mcp', outcome, ...(status === undefined ? {} : { status }) }
}
