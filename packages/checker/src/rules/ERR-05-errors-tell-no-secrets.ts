import { called, callsIn, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'ERR-05',
  title: 'Errors tell no secrets',
  why: 'Whoever reads a stack trace, a path or a key in an error knows how to attack the server.',
  clause: clauses.mcpSecurity,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    for (const { tool, at, one } of callsIn(calls)) {
      const { leaks = [], said = '' } = one
      for (const leak of leaks) yield { case: leak, signal: leak, at, params: { tool }, excerpt: said }
    }
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'No error that was seen tells a secret or how the server is built.',
      cases: {
        secret: {
          message: 'An error of {tool} holds something that looks like a secret. It is masked here.',
          fix: 'Revoke the secret, and write errors for people instead of passing on those of libraries.',
        },
        stack: {
          message: 'An error of {tool} holds a stack trace.',
          fix: 'Log the stack trace and return a sentence.',
        },
        path: {
          message: 'An error of {tool} names a path of the server.',
          fix: 'Log the path and return a sentence.',
        },
        database: {
          message: 'An error of {tool} passes on an error of the database.',
          fix: 'Log it and return a sentence.',
        },
      },
    },
    de: {
      title: 'Fehlermeldungen verraten nichts',
      why: 'Wer einen Stack-Trace, einen Pfad oder einen Schlüssel in einem Fehler liest, weiß, wie der Server anzugreifen ist.',
      pass: 'Kein Fehler, der gesehen wurde, verrät ein Geheimnis oder den Bau des Servers.',
      cases: {
        secret: {
          message:
            'Ein Fehler von {tool} enthält etwas, das wie ein Geheimnis aussieht. Hier ist es verdeckt.',
          fix: 'Widerrufen Sie es, und schreiben Sie Fehler für Menschen, statt die von Bibliotheken weiterzugeben.',
        },
        stack: {
          message: 'Ein Fehler von {tool} enthält einen Stack-Trace.',
          fix: 'Schreiben Sie den Stack-Trace ins Protokoll, und geben Sie einen Satz zurück.',
        },
        path: {
          message: 'Ein Fehler von {tool} nennt einen Pfad des Servers.',
          fix: 'Schreiben Sie den Pfad ins Protokoll, und geben Sie einen Satz zurück.',
        },
        database: {
          message: 'Ein Fehler von {tool} gibt einen Fehler der Datenbank weiter.',
          fix: 'Schreiben Sie ihn ins Protokoll, und geben Sie einen Satz zurück.',
        },
      },
    },
    es: {
      title: 'Los errores no cuentan secretos',
      why: 'Quien lee una traza, una ruta o una clave en un error sabe cómo atacar el servidor.',
      pass: 'Ningún error visto cuenta un secreto ni cómo está hecho el servidor.',
      cases: {
        secret: {
          message: 'Un error de {tool} contiene algo que parece un secreto. Aquí está oculto.',
          fix: 'Revóquelo, y escriba errores para personas en vez de pasar los de las bibliotecas.',
        },
        stack: {
          message: 'Un error de {tool} contiene una traza de la pila.',
          fix: 'Anote la traza en el registro y devuelva una frase.',
        },
        path: {
          message: 'Un error de {tool} nombra una ruta del servidor.',
          fix: 'Anote la ruta en el registro y devuelva una frase.',
        },
        database: {
          message: 'Un error de {tool} pasa un error de la base de datos.',
          fix: 'Anótelo en el registro y devuelva una frase.',
        },
      },
    },
  },
  examples: {
    pass: [called({ outcome: 'tool-error', said: 'No note has the number 9.' })],
    fail: [
      called({ outcome: 'tool-error', said: 'a [masked] b', leaks: ['secret', 'stack', 'path', 'database'] }),
    ],
  },
})
