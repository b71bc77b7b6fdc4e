import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-07',
  title: 'The server’s domain is the publisher’s',
  why: 'A server on a domain that the publisher does not show as its own may be somebody else’s, or may imitate somebody.',
  clause: clauses.policyOwnership,
  scope: 'passive',
  needs: ['setting', 'domains'],
  *check({ setting, domains: { server, named } }) {
    if (setting.loopback) {
      yield { outcome: 'not-applicable', because: 'loopback' }
      return
    }
    if (server.domain !== null && named.some(({ domain }) => domain === server.domain)) return
    const hosts = [...new Set(named.map(({ host }) => host))]
    yield { case: 'unproven', outcome: 'needs-human', params: { host: server.host, hosts }, excerpt: hosts }
  },
  text: {
    en: {
      pass: 'The server is on a domain on which the publisher also has its site, documents or support.',
      cases: {
        unproven: {
          message: 'The server is at {host}; none of the publisher’s pages is on that domain ({hosts}).',
          fix: 'A reviewer asks for a proof that {host} is the publisher’s, such as a DNS record or a file under /.well-known. Best serve it from your own domain.',
        },
      },
    },
    de: {
      title: 'Die Domain des Servers ist die des Herausgebers',
      why: 'Ein Server auf einer Domain, die der Herausgeber nicht als seine zeigt, kann einem anderen gehören oder jemanden nachahmen.',
      pass: 'Der Server steht auf einer Domain, auf der der Herausgeber auch Seite, Dokumente oder Hilfe hat.',
      cases: {
        unproven: {
          message:
            'Der Server steht bei {host}; keine Seite des Herausgebers ist auf dieser Domain ({hosts}).',
          fix: 'Eine Prüferin verlangt einen Nachweis, dass {host} dem Herausgeber gehört, etwa einen DNS-Eintrag oder eine Datei unter /.well-known. Am besten betreiben Sie ihn auf Ihrer eigenen Domain.',
        },
      },
    },
    es: {
      title: 'El dominio del servidor es del editor',
      why: 'Un servidor en un dominio que el editor no muestra como suyo puede ser de otro o imitar a alguien.',
      pass: 'El servidor está en un dominio donde el editor tiene también su sitio, sus documentos o su soporte.',
      cases: {
        unproven: {
          message: 'El servidor está en {host}; ninguna página del editor está en ese dominio ({hosts}).',
          fix: 'Una persona pide una prueba de que {host} es del editor, como un registro DNS o un archivo en /.well-known. Lo mejor es servirlo desde su propio dominio.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        setting: { loopback: false, staticClient: false },
        domains: {
          server: { host: 'mcp.publisher.example', domain: 'publisher.example' },
          named: [{ field: 'websiteUrl', host: 'www.publisher.example', domain: 'publisher.example' }],
        },
      },
    ],
    fail: [
      {
        setting: { loopback: false, staticClient: false },
        domains: {
          server: { host: 'tool.hosting.example', domain: 'tool.hosting.example' },
          named: [{ field: 'websiteUrl', host: 'publisher.example', domain: 'publisher.example' }],
        },
      },
    ],
  },
})
