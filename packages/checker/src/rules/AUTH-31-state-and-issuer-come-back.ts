/** Also known as AUT-STATE and AUT-ISS. */
import { clauses } from '../clauses.ts'
import type { AuthorizationAnswerFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-31',
  title: 'state and iss come back from the login',
  why: 'By these two a client knows that the answer is to its own question and from the right server; without them it must stop.',
  clause: clauses.rfc9207,
  scope: 'login',
  needs: ['authorizationAnswer'],
  *check({ authorizationAnswer: { endpoint: at, issuer, state, iss, issPromised } }) {
    if (state === 'missing') yield { case: 'state-missing', at }
    if (state === 'different') yield { case: 'state-changed', at }
    if (iss === 'different') yield { case: 'iss-wrong', at, params: { issuer } }
    if (iss === 'missing' && issPromised) yield { case: 'iss-missing', at, params: { issuer } }
  },
  text: {
    en: {
      pass: 'The answer carries the state that was sent, and names no other issuer.',
      cases: {
        'state-missing': {
          message: 'The answer to the login has no state.',
          fix: 'Send back the parameter state as it came, with a code and with an error alike.',
        },
        'state-changed': {
          message: 'The answer to the login has another state than the one that was sent.',
          fix: 'Keep state as it came, character by character, through every page of the login.',
        },
        'iss-wrong': {
          message: 'The answer to the login has an iss other than {issuer}.',
          fix: 'Set iss to the issuer of the metadata, character by character.',
        },
        'iss-missing': {
          message: 'The metadata promises the parameter iss, and the answer to the login lacks it.',
          fix: 'Send iss={issuer} with every answer, or take authorization_response_iss_parameter_supported out.',
        },
      },
    },
    de: {
      title: 'state und iss kommen von der Anmeldung zurück',
      why: 'An beiden erkennt ein Client, dass die Antwort zu seiner Frage gehört und vom richtigen Server kommt; ohne sie muss er abbrechen.',
      pass: 'Die Antwort trägt den gesendeten state und nennt keinen anderen Aussteller.',
      cases: {
        'state-missing': {
          message: 'Die Antwort der Anmeldung hat keinen state.',
          fix: 'Schicken Sie den Parameter state unverändert zurück, mit einem Code ebenso wie mit einem Fehler.',
        },
        'state-changed': {
          message: 'Die Antwort der Anmeldung hat einen anderen state als den gesendeten.',
          fix: 'Behalten Sie state Zeichen für Zeichen durch alle Seiten der Anmeldung.',
        },
        'iss-wrong': {
          message: 'Die Antwort der Anmeldung hat ein anderes iss als {issuer}.',
          fix: 'Setzen Sie iss Zeichen für Zeichen auf den Aussteller der Metadaten.',
        },
        'iss-missing': {
          message: 'Die Metadaten versprechen den Parameter iss, der Antwort der Anmeldung fehlt er.',
          fix: 'Schicken Sie iss={issuer} mit jeder Antwort, oder entfernen Sie authorization_response_iss_parameter_supported.',
        },
      },
    },
    es: {
      title: 'state e iss vuelven del inicio de sesión',
      why: 'Con ambos el cliente sabe que la respuesta es a su pregunta y del servidor correcto; sin ellos debe parar.',
      pass: 'La respuesta trae el state enviado y no nombra otro emisor.',
      cases: {
        'state-missing': {
          message: 'La respuesta del inicio de sesión no trae state.',
          fix: 'Devuelva el parámetro state tal como llegó, tanto con un código como con un error.',
        },
        'state-changed': {
          message: 'La respuesta del inicio de sesión trae otro state que el enviado.',
          fix: 'Conserve state, carácter por carácter, en todas las páginas del inicio de sesión.',
        },
        'iss-wrong': {
          message: 'La respuesta del inicio de sesión trae un iss distinto de {issuer}.',
          fix: 'Ponga en iss, carácter por carácter, el emisor de los metadatos.',
        },
        'iss-missing': {
          message: 'Los metadatos prometen el parámetro iss, y a la respuesta le falta.',
          fix: 'Envíe iss={issuer} con cada respuesta, o quite authorization_response_iss_parameter_supported.',
        },
      },
    },
  },
  examples: {
    pass: [example({}), example({ iss: 'missing' })],
    fail: [
      example({ state: 'missing' }),
      example({ state: 'different' }),
      example({ iss: 'different' }),
      example({ iss: 'missing', issPromised: true }),
    ],
  },
})

function example(more: Partial<AuthorizationAnswerFacts>): { authorizationAnswer: AuthorizationAnswerFacts } {
  return {
    authorizationAnswer: {
      endpoint: 'https://as.example/authorize',
      issuer: 'https://as.example',
      state: 'same',
      iss: 'same',
      issPromised: false,
      ...more,
    },
  }
}
