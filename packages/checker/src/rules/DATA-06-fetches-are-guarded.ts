import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { choicesOf, isText, parametersOf, type Parameter } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const addresses =
  /^(url|urls|uri|uris|link|href|host|hostname|server|endpoint|webhook|baseurl|domain|site|website|target)$|(url|uri|webhook|endpoint)s?$/
/** Names alone: the server that is asked may be anywhere, the words decide. */
const loose = /^(server|link|target|domain|site|website|host|hostname)$/
const fetching =
  /\b(fetch|download|crawl|scrape|request|visit|open|load|browse|read|navigate|connect|ping|webhook|screenshot)\w*\b/

const fetchPage = listed({ name: 'fetch_page', inputSchema: { properties: { url: { type: 'string' } } } })

/** Also known as: URL and host parameters. */
export const rule = defineRule({
  id: 'DATA-06',
  title: 'Servers that fetch given addresses guard themselves',
  why: 'A server that opens any address can be sent to its own network: to databases, to the addresses of its cloud.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['tools'],
  uses: ['fetchGuard'],
  *check({ tools, fetchGuard }) {
    const found: { tool: string; parameter: string }[] = []
    for (const tool of objectTools(tools.list)) {
      const parameter = parametersOf(tool).find((one) => namesAddress(one))
      if (parameter) found.push({ tool: tool.name, parameter: parameter.name })
    }
    if (found.length === 0) return
    const shown = found.slice(0, 20).map(({ tool, parameter }) => `${tool} (${parameter})`)
    const params = { tools: shown, count: found.length }
    const about = { signal: 'url-parameter', params, excerpt: shown }
    if (!fetchGuard) yield { ...about, case: 'fetches', outcome: 'needs-human' }
    else if (fetchGuard.answer.trim() === '') yield { ...about, case: 'unguarded' }
    else {
      const { answer } = fetchGuard
      yield { ...about, case: 'guarded', outcome: 'needs-human', params: { ...params, answer } }
    }
  },
  text: {
    en: {
      pass: 'No tool takes an address of any host.',
      cases: {
        guarded: {
          message:
            '{count} tools take an address that may name any host ({tools}); the publisher states: {answer}',
          fix: 'A reviewer tries an address of a private network on a test account.',
        },
        unguarded: {
          message:
            '{count} tools take an address that may name any host ({tools}), and the publisher names no guard.',
          fix: 'Refuse addresses that are not public when they are dialled, also after a redirect, and say so; or take a fixed list of hosts.',
        },
        fetches: {
          message: '{count} tools take an address that may name any host: {tools}.',
          fix: 'A reviewer asks what keeps the server from fetching addresses of its own network, and tries one on a test account. A fixed list of hosts or a pattern in the schema answers it.',
        },
      },
    },
    de: {
      title: 'Server, die genannte Adressen abrufen, schützen sich',
      why: 'Ein Server, der jede Adresse öffnet, lässt sich in sein eigenes Netz schicken: zu Datenbanken, zu den Adressen seiner Cloud.',
      pass: 'Kein Werkzeug nimmt die Adresse eines beliebigen Rechners an.',
      cases: {
        guarded: {
          message:
            '{count} Werkzeuge nehmen eine Adresse an, die jeden Rechner nennen kann ({tools}); der Anbieter gibt an: {answer}',
          fix: 'Eine Prüferin versucht eine Adresse eines privaten Netzes mit einem Testkonto.',
        },
        unguarded: {
          message:
            '{count} Werkzeuge nehmen eine Adresse an, die jeden Rechner nennen kann ({tools}), und der Anbieter nennt keinen Schutz.',
          fix: 'Weisen Sie Adressen, die nicht öffentlich sind, beim Verbinden ab, auch nach einer Umleitung, und sagen Sie es; oder nehmen Sie eine feste Liste von Rechnern.',
        },
        fetches: {
          message: '{count} Werkzeuge nehmen eine Adresse an, die jeden Rechner nennen kann: {tools}.',
          fix: 'Eine Prüferin fragt, was den Server abhält, Adressen seines eigenen Netzes abzurufen, und versucht es mit einem Testkonto. Eine feste Liste von Rechnern oder ein Muster im Schema beantwortet das.',
        },
      },
    },
    es: {
      title: 'Los servidores que abren direcciones dadas se protegen',
      why: 'A un servidor que abre cualquier dirección se le puede enviar a su propia red: a bases de datos, a las direcciones de su nube.',
      pass: 'Ninguna herramienta admite la dirección de un servidor cualquiera.',
      cases: {
        guarded: {
          message:
            '{count} herramientas admiten una dirección que puede nombrar cualquier servidor ({tools}); el editor declara: {answer}',
          fix: 'Una persona prueba una dirección de una red privada con una cuenta de prueba.',
        },
        unguarded: {
          message:
            '{count} herramientas admiten una dirección que puede nombrar cualquier servidor ({tools}), y el editor no nombra ninguna protección.',
          fix: 'Rechace al conectar las direcciones que no son públicas, también tras una redirección, y dígalo; o use una lista fija de servidores.',
        },
        fetches: {
          message:
            '{count} herramientas admiten una dirección que puede nombrar cualquier servidor: {tools}.',
          fix: 'Una persona pregunta qué impide abrir direcciones de la propia red, y lo prueba con una cuenta de prueba. Una lista fija de servidores o un patrón en el esquema lo responde.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        {
          name: 'a',
          inputSchema: { properties: { region: { type: 'string' }, domain: { type: 'string' } } },
        },
        {
          name: 'b',
          inputSchema: {
            properties: { url: { type: 'string', pattern: '^https://api\\.publisher\\.example/' } },
          },
        },
        { name: 'c', inputSchema: { properties: { endpoint: { type: 'string', enum: ['eu', 'us'] } } } },
      ),
    ],
    fail: [
      { ...fetchPage, fetchGuard: { answer: 'Only public addresses, judged when they are dialled.' } },
      { ...fetchPage, fetchGuard: { answer: '' } },
      fetchPage,
      listed({
        name: 'a',
        inputSchema: { properties: { site: { type: 'string', description: 'The site to crawl.' } } },
      }),
    ],
  },
})

function namesAddress(parameter: Parameter): boolean {
  const { key, words, schema } = parameter
  if (!addresses.test(key) || !isText(parameter) || choicesOf(schema) || 'pattern' in schema) return false
  return !loose.test(key) || fetching.test(words.slice(0, 500))
}
