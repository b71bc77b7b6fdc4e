/** Also known as the live half of AUT-PKCE. */
import { clauses } from '../clauses.ts'
import type { WrongVerifierFacts } from '../evidence/sign-in-facts.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'AUTH-36',
  title: 'A code needs its verifier',
  why: 'PKCE protects a code only where the server compares; otherwise whoever catches the code has the account.',
  clause: clauses.rfc7636,
  scope: 'login',
  needs: ['wrongVerifier'],
  *check({ wrongVerifier: { endpoint: at, issued } }) {
    if (issued) yield { case: 'not-compared', at }
  },
  text: {
    en: {
      pass: 'A code with the verifier of another challenge is refused.',
      cases: {
        'not-compared': {
          message: 'A code gave tokens although its code_verifier was wrong.',
          fix: 'Compare BASE64URL(SHA256(code_verifier)) with the stored code_challenge, and answer invalid_grant when they differ.',
        },
      },
    },
    de: {
      title: 'Ein Code braucht seinen Verifier',
      why: 'PKCE schützt einen Code nur, wo der Server vergleicht; sonst hat das Konto, wer den Code abfängt.',
      pass: 'Ein Code mit dem Verifier einer anderen Challenge wird abgelehnt.',
      cases: {
        'not-compared': {
          message: 'Ein Code gab Token, obwohl sein code_verifier falsch war.',
          fix: 'Vergleichen Sie BASE64URL(SHA256(code_verifier)) mit der gespeicherten code_challenge und antworten Sie bei einem Unterschied mit invalid_grant.',
        },
      },
    },
    es: {
      title: 'Un código necesita su verificador',
      why: 'PKCE protege un código solo si el servidor compara; si no, quien intercepte el código tiene la cuenta.',
      pass: 'Un código con el verificador de otro desafío se rechaza.',
      cases: {
        'not-compared': {
          message: 'Un código dio tokens aunque su code_verifier era erróneo.',
          fix: 'Compare BASE64URL(SHA256(code_verifier)) con el code_challenge guardado y, si difieren, responda invalid_grant.',
        },
      },
    },
  },
  examples: { pass: [example(false)], fail: [example(true)] },
})

function example(issued: boolean): { wrongVerifier: WrongVerifierFacts } {
  const endpoint = 'https://as.example/token'
  return {
    wrongVerifier: issued
      ? { endpoint, status: 200, issued }
      : { endpoint, status: 400, issued, error: 'invalid_grant' },
  }
}
