import { called, callsIn, resultless, sized, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const MOST_TOKENS = 25_000
const NEAR = 20_000

/** Also known as: LIM-RESULT-TOKENS. */
export const rule = defineRule({
  id: 'LIM-01',
  title: 'Results fit into 25,000 tokens',
  why: 'Clients cut or refuse a longer result, and the model then works with half of it.',
  clause: clauses.faqResults,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    for (const { tool, at, one } of callsIn(calls)) {
      const { size, outcome, input: excerpt } = one
      if (outcome === 'too-large') yield { case: 'too-large', at, params: { tool }, excerpt }
      if (size === undefined || size.estimatedTokens <= NEAR) continue
      const { estimatedTokens: tokens, bytes, characters } = size
      const name = tokens > MOST_TOKENS ? 'over' : 'near'
      yield { case: name, at, params: { tool, tokens, bytes, characters }, excerpt }
    }
    yield* resultless(calls)
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Every result that was seen fits into 25,000 tokens (an estimate).',
      cases: {
        over: {
          message:
            'A result of {tool} takes about {tokens} tokens ({characters} characters, {bytes} bytes; the tokens are an estimate); 25,000 is the limit.',
          fix: 'Return less by default: a page with a cursor, a summary, or only the fields that the task needs.',
        },
        'too-large': {
          message: 'A result of {tool} is larger than 8 MiB; reading stopped there.',
          fix: 'Return a page with a cursor, or a link to the whole.',
        },
        near: {
          message:
            'A result of {tool} takes about {tokens} tokens ({characters} characters, {bytes} bytes; the tokens are an estimate), close to the limit of 25,000.',
          fix: 'Lower the default page size before other data pushes the result over the limit.',
        },
      },
    },
    de: {
      title: 'Ergebnisse passen in 25.000 Token',
      why: 'Clients kürzen ein längeres Ergebnis oder lehnen es ab, und das Modell arbeitet dann mit der Hälfte.',
      pass: 'Jedes Ergebnis, das gesehen wurde, passt in 25.000 Token (geschätzt).',
      cases: {
        over: {
          message:
            'Ein Ergebnis von {tool} braucht etwa {tokens} Token ({characters} Zeichen, {bytes} Bytes; die Token sind geschätzt); die Grenze ist 25.000.',
          fix: 'Geben Sie von sich aus weniger zurück: eine Seite mit Cursor, eine Zusammenfassung oder nur die nötigen Felder.',
        },
        'too-large': {
          message: 'Ein Ergebnis von {tool} ist größer als 8 MiB; dort wurde nicht weitergelesen.',
          fix: 'Geben Sie eine Seite mit Cursor zurück oder einen Verweis auf das Ganze.',
        },
        near: {
          message:
            'Ein Ergebnis von {tool} braucht etwa {tokens} Token ({characters} Zeichen, {bytes} Bytes; die Token sind geschätzt), nahe an der Grenze von 25.000.',
          fix: 'Verkleinern Sie die übliche Seitengröße, bevor andere Daten das Ergebnis über die Grenze heben.',
        },
      },
    },
    es: {
      title: 'Los resultados caben en 25.000 tokens',
      why: 'Los clientes cortan o rechazan un resultado más largo, y el modelo trabaja entonces con la mitad.',
      pass: 'Todo resultado visto cabe en 25.000 tokens (estimación).',
      cases: {
        over: {
          message:
            'Un resultado de {tool} ocupa unos {tokens} tokens ({characters} caracteres, {bytes} bytes; los tokens son una estimación); el límite es 25.000.',
          fix: 'Devuelva menos por defecto: una página con cursor, un resumen o solo los campos necesarios.',
        },
        'too-large': {
          message: 'Un resultado de {tool} supera 8 MiB; ahí se dejó de leer.',
          fix: 'Devuelva una página con cursor o un enlace al conjunto.',
        },
        near: {
          message:
            'Un resultado de {tool} ocupa unos {tokens} tokens ({characters} caracteres, {bytes} bytes; los tokens son una estimación), cerca del límite de 25.000.',
          fix: 'Reduzca el tamaño de página por defecto antes de que otros datos superen el límite.',
        },
      },
    },
  },
  examples: {
    pass: [called({})],
    fail: [called(sized(31_000)), called(sized(22_000)), called({ outcome: 'too-large' })],
  },
})
