import { headerMark, headerToken } from '@connectory/wire'
import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { isObject, objectTools, type NamedTool } from '../raw-tool.ts'
import { defineRule, type Draft } from '../rule.ts'
import { schemaPlaces, type SchemaPlace } from '../schema-places.ts'

const carried: ReadonlySet<unknown> = new Set(['string', 'integer', 'boolean'])
const secret =
  /pass(word|wd|phrase)|secret|api[-_]?key|access[-_]?token|auth[-_]?token|private[-_]?key|credential/i

/** Also known as: x-mcp-header constraints, secrets as headers. */
export const rule = defineRule({
  id: 'TOOL-31',
  title: 'Arguments that become headers are declared legally',
  why: 'Clients of the protocol 2026-07-28 drop a tool whose header declaration breaks the rules; users never see it.',
  clause: clauses.mcpParameterHeaders,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) yield* faultsOf(tool)
  },
  text: {
    en: {
      pass: 'Every argument that becomes a header is declared as the protocol demands.',
      cases: {
        name: {
          message: 'Tool {tool}: {where} names no legal header: {header}.',
          fix: 'Give x-mcp-header at {where} the name of a header: letters, digits and hyphens, no spaces.',
        },
        place: {
          message:
            'Tool {tool}: {where} is not an argument of every call, so it cannot become the header {header}.',
          fix: 'Move x-mcp-header to a property that only "properties" lead to, or take it out at {where}.',
        },
        type: {
          message: 'Tool {tool}: {where} becomes the header {header} and is no string, integer or boolean.',
          fix: 'Give {where} the type string, integer or boolean, or take x-mcp-header out.',
        },
        twice: {
          message: 'Tool {tool} declares the header {header} twice, the second time at {where}.',
          fix: 'Use another header name at {where}; upper and lower case make no difference.',
        },
        secret: {
          message:
            'Tool {tool}: {where} looks like a secret and would become the header {header}, which proxies log.',
          fix: 'Take x-mcp-header out at {where}; secrets belong into the login.',
        },
      },
    },
    de: {
      title: 'Argumente, die zu Kopfzeilen werden, sind richtig erklärt',
      why: 'Clients des Protokolls 2026-07-28 lassen ein Werkzeug weg, dessen Kopfzeilen-Angabe die Regeln bricht; Benutzer sehen es nie.',
      pass: 'Jedes Argument, das zur Kopfzeile wird, ist so erklärt, wie es das Protokoll verlangt.',
      cases: {
        name: {
          message: 'Werkzeug {tool}: {where} nennt keine zulässige Kopfzeile: {header}.',
          fix: 'Geben Sie x-mcp-header bei {where} den Namen einer Kopfzeile: Buchstaben, Ziffern und Bindestriche, keine Leerzeichen.',
        },
        place: {
          message:
            'Werkzeug {tool}: {where} ist nicht Argument jedes Aufrufs und kann deshalb nicht zur Kopfzeile {header} werden.',
          fix: 'Setzen Sie x-mcp-header an eine Eigenschaft, zu der nur "properties" führen, oder nehmen Sie es bei {where} heraus.',
        },
        type: {
          message:
            'Werkzeug {tool}: {where} wird zur Kopfzeile {header} und ist weder Text noch Ganzzahl noch Wahrheitswert.',
          fix: 'Geben Sie {where} den Typ string, integer oder boolean, oder nehmen Sie x-mcp-header heraus.',
        },
        twice: {
          message: 'Das Werkzeug {tool} erklärt die Kopfzeile {header} zweimal, zum zweiten Mal bei {where}.',
          fix: 'Nehmen Sie bei {where} einen anderen Namen; Groß- und Kleinschreibung unterscheidet nicht.',
        },
        secret: {
          message:
            'Werkzeug {tool}: {where} sieht nach einem Geheimnis aus und würde zur Kopfzeile {header}, die unterwegs protokolliert wird.',
          fix: 'Nehmen Sie x-mcp-header bei {where} heraus; Geheimnisse gehören in die Anmeldung.',
        },
      },
    },
    es: {
      title: 'Los argumentos que pasan a cabeceras están bien declarados',
      why: 'Los clientes del protocolo 2026-07-28 descartan una herramienta cuya declaración de cabecera incumple las reglas; los usuarios no la ven nunca.',
      pass: 'Todo argumento que pasa a cabecera está declarado como exige el protocolo.',
      cases: {
        name: {
          message: 'Herramienta {tool}: {where} no nombra una cabecera válida: {header}.',
          fix: 'Dé a x-mcp-header en {where} un nombre de cabecera: letras, cifras y guiones, sin espacios.',
        },
        place: {
          message:
            'Herramienta {tool}: {where} no es argumento de toda llamada, así que no puede ser la cabecera {header}.',
          fix: 'Ponga x-mcp-header en una propiedad a la que solo lleven "properties", o quítelo de {where}.',
        },
        type: {
          message:
            'Herramienta {tool}: {where} pasa a la cabecera {header} y no es texto, entero ni booleano.',
          fix: 'Dé a {where} el tipo string, integer o boolean, o quite x-mcp-header.',
        },
        twice: {
          message: 'La herramienta {tool} declara dos veces la cabecera {header}, la segunda en {where}.',
          fix: 'Use otro nombre en {where}; mayúsculas y minúsculas no distinguen.',
        },
        secret: {
          message:
            'Herramienta {tool}: {where} parece un secreto y pasaría a la cabecera {header}, que se registra por el camino.',
          fix: 'Quite x-mcp-header de {where}; los secretos van en el inicio de sesión.',
        },
      },
    },
  },
  examples: {
    pass: [
      taking({ region: { type: 'string', [headerMark]: 'Region' }, other: { type: 'number' } }),
      taking({
        place: { type: 'object', properties: { id: { type: 'integer', [headerMark]: 'Place-Id' } } },
      }),
    ],
    fail: [
      taking({ region: { type: 'string', [headerMark]: 'my region' } }),
      taking({ regions: { type: 'array', items: { type: 'string', [headerMark]: 'Region' } } }),
      taking({ share: { type: 'number', [headerMark]: 'Share' } }),
      taking({
        a: { type: 'string', [headerMark]: 'Region' },
        b: { type: 'string', [headerMark]: 'region' },
      }),
      taking({ api_key: { type: 'string', [headerMark]: 'Key' } }),
    ],
  },
})

function* faultsOf({ name: tool, at, page, raw }: NamedTool): Generator<Draft> {
  const { inputSchema } = raw
  if (!isObject(inputSchema)) return
  const names = new Set<string>()
  for (const place of schemaPlaces(inputSchema)) {
    if (!isObject(place.schema) || !(headerMark in place.schema)) continue
    const { [headerMark]: header } = place.schema
    const params = { tool, where: place.where || '/', header: header ?? null }
    const fault = faultOf(place, names)
    if (fault) yield { case: fault, at, page, params, excerpt: place.schema }
    if (typeof header === 'string') names.add(header.toLowerCase())
  }
}

function faultOf({ schema, where, plain }: SchemaPlace, names: ReadonlySet<string>): string | undefined {
  if (!isObject(schema)) return undefined
  const { [headerMark]: header, type } = schema
  if (typeof header !== 'string' || !headerToken.test(header)) return 'name'
  if (!plain || where === '') return 'place'
  if (!carried.has(type)) return 'type'
  if (names.has(header.toLowerCase())) return 'twice'
  return secret.test(where.slice(where.lastIndexOf('/'))) ? 'secret' : undefined
}

function taking(properties: Record<string, object>) {
  const inputSchema = { type: 'object', properties } as unknown as Record<string, never>
  return listed({ name: 'a', inputSchema })
}
