import { clauses } from '../clauses.ts'
import type { Json } from '../evidence/facts.ts'
import { faultOf } from '../input-schema.ts'
import { listed } from '../listed.ts'
import { isObject, objectTools, type JsonObject } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'
import { isSlowPattern } from '../schema/slow-pattern.ts'
import { schemaPlaces, type SchemaPlace } from '../schema-places.ts'

const MOST_DEPTH = 10
const MOST_ARGUMENTS = 100
const combinations = ['anyOf', 'oneOf', 'allOf'] as const
const typing = [
  'type',
  '$ref',
  'enum',
  'const',
  'not',
  'if',
  'properties',
  'items',
  '$dynamicRef',
  ...combinations,
] as const

/** Also known as: portable schemas (unions, untyped and boolean schemas, arrays without items, depth, width). */
export const rule = defineRule({
  id: 'TOOL-32',
  title: 'Input schemas use what every client understands',
  why: 'Many clients hand schemas to models that know a part of JSON Schema; beyond it they drop the tool or guess its arguments.',
  clause: clauses.mcpTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const { name, at, page, raw } of objectTools(tools.list)) {
      const { inputSchema } = raw
      // What is invalid is TOOL-23's business.
      if (!isObject(inputSchema) || faultOf(inputSchema)) continue
      const seen = new Map<string, SchemaPlace>()
      for (const place of schemaPlaces(inputSchema)) {
        for (const signal of signalsOf(place)) if (!seen.has(signal)) seen.set(signal, place)
      }
      for (const [signal, { where, schema }] of seen) {
        const params = { tool: name, where: where || '/' }
        const excerpt = where === '' ? Object.keys(inputSchema) : schema
        yield { case: signal, signal, at, page, params, excerpt }
      }
    }
  },
  text: {
    en: {
      pass: 'Every input schema uses what every client understands.',
      cases: {
        'boolean-schema': {
          message: 'Tool {tool}: {where} is true or false instead of a schema.',
          fix: 'Write at {where} which type the value has.',
        },
        'type-list': {
          message: 'Tool {tool}: {where} allows several types at once; some clients read only one.',
          fix: 'Give {where} one type; an argument that may be missing is left out of "required" instead of being null.',
        },
        untyped: {
          message: 'Tool {tool}: {where} says no type.',
          fix: 'Write at {where} which type the value has.',
        },
        'no-items': {
          message:
            'Tool {tool}: the array {where} does not say what it holds; some clients refuse the whole list.',
          fix: 'Add "items" at {where}.',
        },
        combination: {
          message:
            'Tool {tool}: its schema is a choice or a combination at the top, which many clients refuse.',
          fix: 'List all arguments of {tool} in "properties" and say in the descriptions which belong together.',
        },
        choices: {
          message: 'Tool {tool}: the choices of {where} are empty or name one value twice.',
          fix: 'Name every choice of {where} once.',
        },
        deep: {
          message: 'Tool {tool}: its schema is nested deeper than ten levels, at {where}.',
          fix: 'Flatten the arguments of {tool}.',
        },
        wide: {
          message: 'Tool {tool}: {where} has more than a hundred properties.',
          fix: 'Split {tool}, or take rare arguments as one described object.',
        },
        'slow-pattern': {
          message:
            'Tool {tool}: the pattern at {where} repeats what it repeats; a text that does not match can keep a client busy for minutes.',
          fix: 'Put a separator between the rounds, or take one repetition out: ^[a-z]+(-[a-z]+)*$ instead of ^([a-z]+-?)*$.',
        },
      },
    },
    de: {
      title: 'Eingabeschemas verwenden, was jeder Client versteht',
      why: 'Viele Clients reichen Schemas an Modelle weiter, die einen Teil von JSON Schema kennen; darüber hinaus lassen sie das Werkzeug weg oder raten seine Argumente.',
      pass: 'Jedes Eingabeschema verwendet, was jeder Client versteht.',
      cases: {
        'boolean-schema': {
          message: 'Werkzeug {tool}: {where} ist true oder false statt eines Schemas.',
          fix: 'Schreiben Sie bei {where}, welchen Typ der Wert hat.',
        },
        'type-list': {
          message: 'Werkzeug {tool}: {where} erlaubt mehrere Typen zugleich; manche Clients lesen nur einen.',
          fix: 'Geben Sie {where} einen Typ; ein Argument, das fehlen darf, steht nicht in "required", statt null zu sein.',
        },
        untyped: {
          message: 'Werkzeug {tool}: {where} nennt keinen Typ.',
          fix: 'Schreiben Sie bei {where}, welchen Typ der Wert hat.',
        },
        'no-items': {
          message:
            'Werkzeug {tool}: Das Array {where} sagt nicht, was es enthält; manche Clients lehnen die ganze Liste ab.',
          fix: 'Ergänzen Sie "items" bei {where}.',
        },
        combination: {
          message:
            'Werkzeug {tool}: Sein Schema ist ganz oben eine Auswahl oder Verknüpfung, die viele Clients ablehnen.',
          fix: 'Führen Sie alle Argumente von {tool} in "properties" auf und beschreiben Sie, welche zusammengehören.',
        },
        choices: {
          message: 'Werkzeug {tool}: Die Auswahl bei {where} ist leer oder nennt einen Wert zweimal.',
          fix: 'Nennen Sie jede Möglichkeit bei {where} einmal.',
        },
        deep: {
          message: 'Werkzeug {tool}: Sein Schema ist tiefer als zehn Ebenen geschachtelt, bei {where}.',
          fix: 'Machen Sie die Argumente von {tool} flacher.',
        },
        wide: {
          message: 'Werkzeug {tool}: {where} hat mehr als hundert Eigenschaften.',
          fix: 'Teilen Sie {tool}, oder fassen Sie seltene Argumente in einem beschriebenen Objekt zusammen.',
        },
        'slow-pattern': {
          message:
            'Werkzeug {tool}: Das Muster bei {where} wiederholt, was es schon wiederholt; ein Text, der nicht passt, kann einen Client Minuten kosten.',
          fix: 'Trennen Sie die Runden durch ein Zeichen, oder nehmen Sie eine Wiederholung heraus: ^[a-z]+(-[a-z]+)*$ statt ^([a-z]+-?)*$.',
        },
      },
    },
    es: {
      title: 'Los esquemas de entrada usan lo que todo cliente entiende',
      why: 'Muchos clientes pasan los esquemas a modelos que conocen una parte de JSON Schema; más allá descartan la herramienta o adivinan sus argumentos.',
      pass: 'Todo esquema de entrada usa lo que todo cliente entiende.',
      cases: {
        'boolean-schema': {
          message: 'Herramienta {tool}: {where} es true o false en vez de un esquema.',
          fix: 'Escriba en {where} de qué tipo es el valor.',
        },
        'type-list': {
          message:
            'Herramienta {tool}: {where} admite varios tipos a la vez; algunos clientes leen solo uno.',
          fix: 'Dé a {where} un tipo; un argumento que puede faltar queda fuera de "required" en vez de ser null.',
        },
        untyped: {
          message: 'Herramienta {tool}: {where} no dice ningún tipo.',
          fix: 'Escriba en {where} de qué tipo es el valor.',
        },
        'no-items': {
          message:
            'Herramienta {tool}: la lista {where} no dice qué contiene; algunos clientes rechazan todas las herramientas.',
          fix: 'Añada "items" en {where}.',
        },
        combination: {
          message:
            'Herramienta {tool}: su esquema es en lo alto una elección o combinación, que muchos clientes rechazan.',
          fix: 'Enumere todos los argumentos de {tool} en "properties" y describa cuáles van juntos.',
        },
        choices: {
          message: 'Herramienta {tool}: las opciones de {where} están vacías o repiten un valor.',
          fix: 'Nombre cada opción de {where} una vez.',
        },
        deep: {
          message: 'Herramienta {tool}: su esquema tiene más de diez niveles, en {where}.',
          fix: 'Haga más planos los argumentos de {tool}.',
        },
        wide: {
          message: 'Herramienta {tool}: {where} tiene más de cien propiedades.',
          fix: 'Divida {tool}, o reúna los argumentos raros en un objeto descrito.',
        },
        'slow-pattern': {
          message:
            'Herramienta {tool}: el patrón en {where} repite lo que ya se repite; un texto que no encaja puede ocupar a un cliente durante minutos.',
          fix: 'Ponga un separador entre las vueltas, o quite una repetición: ^[a-z]+(-[a-z]+)*$ en vez de ^([a-z]+-?)*$.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'a', inputSchema: { type: 'object' } },
        taking({ ids: { type: 'array', items: { type: 'string' } }, kind: { enum: ['a', 'b'] } }),
        taking({ filter: { type: 'object', additionalProperties: true } }),
        { name: 'broken', inputSchema: { type: 'object', properties: { a: { type: 5 } } } },
      ),
    ],
    fail: [
      listed(taking({ any: true })),
      listed(taking({ id: { type: ['string', 'integer'] } })),
      listed(taking({ id: { description: 'Anything.' } })),
      listed(taking({ ids: { type: 'array' } })),
      listed({ name: 'a', inputSchema: { type: 'object', anyOf: [{ required: ['a'] }] } }),
      listed(taking({ kind: { enum: ['a', 'a'] } })),
      listed(taking({ slug: { type: 'string', pattern: '^([a-z]+-?)*$' } })),
      listed(taking({ tags: { type: 'object', patternProperties: { '^(x+)+$': { type: 'string' } } } })),
      listed(taking({ a: nested(MOST_DEPTH + 1) })),
      listed(
        taking(
          Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`a${index}`, { type: 'string' }])),
        ),
      ),
    ],
  },
})

function* signalsOf({ schema, where, depth, plain }: SchemaPlace): Generator<string> {
  if (!isObject(schema)) {
    // In other places than a property, true and false are ordinary JSON Schema.
    if (typeof schema === 'boolean' && plain) yield 'boolean-schema'
    return
  }
  const { type, enum: choices, properties } = schema
  if (Array.isArray(type)) yield 'type-list'
  if (isProperty(where) && !typing.some((key) => key in schema)) yield 'untyped'
  if (type === 'array' && !('items' in schema) && !('prefixItems' in schema)) yield 'no-items'
  if (where === '' && combinations.some((key) => key in schema)) yield 'combination'
  if (Array.isArray(choices) && new Set(choices.map(asText)).size < Math.max(1, choices.length))
    yield 'choices'
  if (depth > MOST_DEPTH) yield 'deep'
  if (patternsOf(schema).some(isSlowPattern)) yield 'slow-pattern'
  if (isObject(properties) && Object.keys(properties).length > MOST_ARGUMENTS) yield 'wide'
}

function patternsOf({ pattern, patternProperties }: JsonObject): string[] {
  const own = typeof pattern === 'string' ? [pattern] : []
  return isObject(patternProperties) ? [...own, ...Object.keys(patternProperties)] : own
}

function isProperty(where: string): boolean {
  return /\/properties\/[^/]*$/.test(where)
}

function asText(value: Json): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
}

function taking(properties: JsonObject): JsonObject {
  return { name: 'a', inputSchema: { type: 'object', properties } }
}

function nested(levels: number): JsonObject {
  if (levels === 0) return { type: 'string' }
  return { type: 'object', properties: { a: nested(levels - 1) } }
}
