import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import {
  choicesOf,
  descriptionOf,
  isText,
  parameterDrafts,
  parametersOf,
  type Parameter,
} from '../parameters.ts'
import type { NamedTool } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

/** Arguments that hold a request in somebody else's language. */
const languages: ReadonlySet<string> = new Set(
  `sql sqlquery rawsql graphql graphqlquery cypher jql cql soql kql promql logql esql rawquery querystring apipath
  endpoint apiendpoint odatafilter`.split(/\s+/),
)
/** Arguments that hold one only when the words around them say so. */
const loose: ReadonlySet<string> = new Set(
  'query path url body filter statement request expression'.split(' '),
)
const foreign =
  /\b(sql|graphql|odata|cypher|sparql|rest api|api (path|endpoint|request|call)|query language|endpoint path|request body)\b/
const known =
  /https?:\/\/|\b(postgres(ql)?|mysql|mariadb|sqlite|bigquery|snowflake|redshift|clickhouse|duckdb|oracle|t-sql|sql server|mssql|databricks|trino|presto|athena|spark|neo4j|elasticsearch|opensearch|mongodb|dynamodb|cosmos|kusto|prometheus|grafana|loki|influx\w*|jira|confluence|salesforce|github|gitlab|stripe|shopify|notion|linear|hubspot|slack|asana|zendesk|sentry|datadog|microsoft graph|google \w+|aws|azure|cloudflare|supabase|wikidata|wordpress|airtable|monday|contentful|hasura|d1|turso|neon|planetscale|cockroachdb|cassandra|splunk|new relic|nrql|honeycomb|posthog|hogql|axiom|apl)\b/

export const rule = defineRule({
  id: 'TOOL-14',
  title: 'Free queries say to which interface they go',
  why: 'A text that is passed on to another interface can be written rightly, and judged, only by who knows which one.',
  clause: clauses.policyDescription,
  scope: 'passive',
  needs: ['tools'],
  check({ tools }) {
    const verdict = { case: 'unnamed', outcome: 'needs-human', described: true } as const
    return parameterDrafts(tools.list, verdict, (tool) => [freeQueryOf(tool)])
  },
  text: {
    en: {
      pass: 'Every tool that takes a query in a foreign language names the interface.',
      cases: {
        unnamed: {
          message:
            'Tool {tool} passes the argument {parameter} on to another interface and does not say which.',
          fix: 'Name the interface in the description of {tool}, best with a link to its documentation.',
        },
      },
    },
    de: {
      title: 'Freie Abfragen nennen ihre Schnittstelle',
      why: 'Einen Text, der an eine andere Schnittstelle weitergereicht wird, kann nur richtig schreiben und beurteilen, wer sie kennt.',
      pass: 'Jedes Werkzeug, das eine Abfrage in einer fremden Sprache annimmt, nennt die Schnittstelle.',
      cases: {
        unnamed: {
          message:
            'Das Werkzeug {tool} reicht das Argument {parameter} an eine andere Schnittstelle weiter und sagt nicht, an welche.',
          fix: 'Nennen Sie die Schnittstelle in der Beschreibung von {tool}, am besten mit einem Verweis auf ihre Dokumentation.',
        },
      },
    },
    es: {
      title: 'Las consultas libres dicen a qué interfaz van',
      why: 'Un texto que se pasa a otra interfaz solo puede escribirlo bien, y juzgarlo, quien sabe cuál es.',
      pass: 'Toda herramienta que admite una consulta en un lenguaje ajeno nombra la interfaz.',
      cases: {
        unnamed: {
          message: 'La herramienta {tool} pasa el argumento {parameter} a otra interfaz y no dice a cuál.',
          fix: 'Nombre la interfaz en la descripción de {tool}, mejor con un enlace a su documentación.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        {
          name: 'run_query',
          description: 'Runs SQL on the PostgreSQL database of the shop.',
          inputSchema: { properties: { sql: { type: 'string' } } },
        },
        {
          name: 'search',
          description: 'Searches the notes.',
          inputSchema: { properties: { query: { type: 'string', description: 'What to look for.' } } },
        },
        { name: 'pick', inputSchema: { properties: { endpoint: { type: 'string', enum: ['eu', 'us'] } } } },
      ),
    ],
    fail: [
      listed({
        name: 'run',
        description: 'Runs a query.',
        inputSchema: { properties: { sql: { type: 'string' } } },
      }),
      listed({
        name: 'run',
        inputSchema: { properties: { query: { type: 'string', description: 'A GraphQL document.' } } },
      }),
    ],
  },
})

function isFree(parameter: Parameter, about: string): boolean {
  if (!isText(parameter) || choicesOf(parameter.schema)) return false
  if (languages.has(parameter.key)) return true
  return loose.has(parameter.key) && foreign.test(`${parameter.words.slice(0, 1000)} ${about.slice(0, 1000)}`)
}

function freeQueryOf(tool: NamedTool): Parameter | undefined {
  const about = `${tool.name} ${descriptionOf(tool)}`.toLowerCase().slice(0, 5000)
  const free = parametersOf(tool).find((parameter) => isFree(parameter, about))
  return free && !known.test(about) && !known.test(free.words.slice(0, 2000)) ? free : undefined
}
