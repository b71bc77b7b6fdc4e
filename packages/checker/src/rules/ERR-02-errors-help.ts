import { called, callsIn, isValid, isWrong, uncalled } from '../call-drafts.ts'
import { clauses } from '../clauses.ts'
import type { CallCase } from '../evidence/call-facts.ts'
import { defineRule } from '../rule.ts'

/** All that such an error says. Prefixes that SDKs put in front are no help either. */
const generic =
  /^\W*((mcp|tool|rpc|json-?rpc|internal|server|the|an?|unknown|unexpected|unhandled|execution|request|call|has|occurred|happened|error|failed|failure|exception|bad|invalid|params?|arguments?|input|wrong|something|went|undefined|null|none|oops|sorry|while|executing|calling|please|try|again|later|object|code|-?\d+)\W*)*$/i

/** Also known as: the text part of PRO-ARGS. */
export const rule = defineRule({
  id: 'ERR-02',
  title: 'Errors help',
  why: 'A model mends its call by the words of the error; "Internal Server Error" tells it nothing.',
  clause: clauses.policyErrors,
  scope: 'call',
  needs: ['calls'],
  *check({ calls }) {
    let errors = 0
    for (const { tool, at, one, about } of callsIn(calls)) {
      const { parameter, said = '', outcome } = one
      // Valid input that is refused is ERR-01's; what breaks off has no words.
      if (!isWrong(one) || !isError(one)) continue
      errors += 1
      if (outcome === 'http-error' && (one.status ?? 0) >= 500) continue
      // What is said to right input too is not about the wrong one.
      if (about.cases.some((other) => isValid(other) && isError(other) && other.said === said)) continue
      const params = { tool, parameter: parameter ?? '', words: said.slice(0, 200) }
      if (said.trim() === '') yield { case: 'empty', at, params, excerpt: one.input }
      else if (generic.test(said.trim().slice(0, 300)) && one.named !== true)
        yield { case: 'generic', at, params, excerpt: said }
      else if (one.named === false) yield { case: 'unnamed', at, params, excerpt: said }
    }
    if (errors === 0) yield { outcome: 'not-applicable', because: 'no-errors' }
    yield* uncalled(calls)
  },
  text: {
    en: {
      pass: 'Errors on wrong input say what is wrong and name the parameter.',
      cases: {
        generic: {
          message: 'The error of {tool} on a wrong {parameter} says nothing: "{words}"',
          fix: 'Say which parameter is wrong, what was expected, and what to do.',
        },
        empty: {
          message: 'The error of {tool} on a wrong {parameter} has no words.',
          fix: 'Say which parameter is wrong, what was expected, and what to do.',
        },
        unnamed: {
          message: 'The error of {tool} on a wrong {parameter} does not name it: "{words}"',
          fix: 'Name {parameter} in the error.',
        },
      },
    },
    de: {
      title: 'Fehlermeldungen helfen',
      why: 'Ein Modell verbessert seinen Aufruf nach den Worten des Fehlers; „Internal Server Error“ sagt ihm nichts.',
      pass: 'Fehler bei falscher Eingabe sagen, was falsch ist, und nennen den Parameter.',
      cases: {
        generic: {
          message: 'Der Fehler von {tool} bei falschem {parameter} sagt nichts: „{words}“',
          fix: 'Sagen Sie, welcher Parameter falsch ist, was erwartet wurde und was zu tun ist.',
        },
        empty: {
          message: 'Der Fehler von {tool} bei falschem {parameter} hat keine Worte.',
          fix: 'Sagen Sie, welcher Parameter falsch ist, was erwartet wurde und was zu tun ist.',
        },
        unnamed: {
          message: 'Der Fehler von {tool} bei falschem {parameter} nennt ihn nicht: „{words}“',
          fix: 'Nennen Sie {parameter} in der Fehlermeldung.',
        },
      },
    },
    es: {
      title: 'Los errores ayudan',
      why: 'Un modelo corrige su llamada según las palabras del error; «Internal Server Error» no le dice nada.',
      pass: 'Los errores ante una entrada incorrecta dicen qué está mal y nombran el parámetro.',
      cases: {
        generic: {
          message: 'El error de {tool} ante un {parameter} incorrecto no dice nada: «{words}»',
          fix: 'Diga qué parámetro está mal, qué se esperaba y qué hacer.',
        },
        empty: {
          message: 'El error de {tool} ante un {parameter} incorrecto no tiene palabras.',
          fix: 'Diga qué parámetro está mal, qué se esperaba y qué hacer.',
        },
        unnamed: {
          message: 'El error de {tool} ante un {parameter} incorrecto no lo nombra: «{words}»',
          fix: 'Nombre {parameter} en el error.',
        },
      },
    },
  },
  examples: {
    pass: [called({ ...wrong('limit must be a number, for example 10'), named: true })],
    fail: [
      called({ ...wrong('Internal Server Error'), named: false }),
      called({ ...wrong(''), named: false }),
      called({ ...wrong('One of the values cannot be used here'), named: false }),
    ],
  },
})

function wrong(said: string): Partial<CallCase> {
  return { kind: 'wrong-type', parameter: 'limit', outcome: 'tool-error', said }
}

function isError({ outcome }: CallCase): boolean {
  return outcome === 'tool-error' || outcome === 'rpc-error' || outcome === 'http-error'
}
