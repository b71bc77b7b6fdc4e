import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

const FEWEST_IDS = 3
const FEWEST_CHARACTERS = 16
/** Two random ids of 16 characters differ in about 15; a counter or a clock changes its last few. */
const FEWEST_DIFFERENCES = 8

const random = { count: 5, distinct: 5, shortest: 36, visible: true, leastDifference: 28 }

/** Also known as: entropy of session ids. */
export const rule = defineRule({
  id: 'TRN-16',
  title: 'Session ids cannot be guessed',
  why: 'Who guesses the id of a session reads along in it.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['sessionIds'],
  *check({ sessionIds: { count, distinct, shortest, visible, leastDifference } }) {
    if (!visible) yield { case: 'invisible' }
    if (count > 0 && shortest < FEWEST_CHARACTERS)
      yield { case: 'short', params: { shortest, least: FEWEST_CHARACTERS } }
    if (count < FEWEST_IDS) {
      yield { outcome: 'could-not-look', because: 'too-few-samples', params: { count, least: FEWEST_IDS } }
    } else if (distinct < count) yield { case: 'repeated', params: { count, distinct } }
    else if (leastDifference < FEWEST_DIFFERENCES) yield { case: 'alike', params: { leastDifference } }
  },
  text: {
    en: {
      pass: 'Session ids are long, of visible characters, and no two are alike.',
      cases: {
        short: {
          message: 'A session id has only {shortest} characters.',
          fix: 'Use a random id of at least {least} characters, such as a UUID of version 4.',
        },
        invisible: {
          message: 'A session id has characters other than visible ASCII.',
          fix: 'Use only visible ASCII characters, such as in a UUID.',
        },
        repeated: {
          message: '{count} sessions were opened and got {distinct} different ids.',
          fix: 'Give every session an id of its own, from a cryptographic random source.',
        },
        alike: {
          message: 'Two session ids differ in only {leastDifference} places, as a counter or a clock does.',
          fix: 'Take the id from a cryptographic random source, such as crypto.randomUUID().',
        },
      },
    },
    de: {
      title: 'Sitzungskennungen lassen sich nicht erraten',
      why: 'Wer die Kennung einer Sitzung errät, liest in ihr mit.',
      pass: 'Sitzungskennungen sind lang, aus sichtbaren Zeichen, und keine gleicht der anderen.',
      cases: {
        short: {
          message: 'Eine Sitzungskennung hat nur {shortest} Zeichen.',
          fix: 'Nehmen Sie eine zufällige Kennung von mindestens {least} Zeichen, etwa eine UUID der Version 4.',
        },
        invisible: {
          message: 'Eine Sitzungskennung hat andere als sichtbare ASCII-Zeichen.',
          fix: 'Nehmen Sie nur sichtbare ASCII-Zeichen, wie in einer UUID.',
        },
        repeated: {
          message: '{count} Sitzungen wurden geöffnet und erhielten {distinct} verschiedene Kennungen.',
          fix: 'Geben Sie jeder Sitzung eine eigene Kennung aus einer kryptografischen Zufallsquelle.',
        },
        alike: {
          message:
            'Zwei Sitzungskennungen unterscheiden sich nur an {leastDifference} Stellen, wie bei einem Zähler oder einer Uhr.',
          fix: 'Nehmen Sie die Kennung aus einer kryptografischen Zufallsquelle, etwa crypto.randomUUID().',
        },
      },
    },
    es: {
      title: 'Los identificadores de sesión no se pueden adivinar',
      why: 'Quien adivina el identificador de una sesión lee en ella.',
      pass: 'Los identificadores de sesión son largos, de caracteres visibles, y no hay dos parecidos.',
      cases: {
        short: {
          message: 'Un identificador de sesión tiene solo {shortest} caracteres.',
          fix: 'Use un identificador aleatorio de al menos {least} caracteres, como un UUID de versión 4.',
        },
        invisible: {
          message: 'Un identificador de sesión tiene caracteres que no son ASCII visible.',
          fix: 'Use solo caracteres ASCII visibles, como en un UUID.',
        },
        repeated: {
          message: 'Se abrieron {count} sesiones y recibieron {distinct} identificadores distintos.',
          fix: 'Dé a cada sesión un identificador propio, de una fuente aleatoria criptográfica.',
        },
        alike: {
          message:
            'Dos identificadores de sesión difieren solo en {leastDifference} lugares, como un contador o un reloj.',
          fix: 'Tome el identificador de una fuente aleatoria criptográfica, como crypto.randomUUID().',
        },
      },
    },
  },
  examples: {
    pass: [{ sessionIds: random }],
    fail: [
      { sessionIds: { ...random, shortest: 7 } },
      { sessionIds: { ...random, visible: false } },
      { sessionIds: { ...random, distinct: 1, leastDifference: 0 } },
      { sessionIds: { ...random, leastDifference: 1 } },
    ],
  },
})
