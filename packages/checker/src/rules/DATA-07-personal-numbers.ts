import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { parametersOf } from '../parameters.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const numbers =
  /^(user|customer|patient|employee|person)?(ssn|socialsecurity(number)?|nationalid(number)?|passport(number|no)?|creditcard(number)?|cardnumber|cvv|cvc|iban|bankaccount(number)?|dob|dateofbirth|birthdate|birthday|taxid|taxnumber|driver'?slicen[cs]e(number)?|medicalrecord(number)?|mrn|insurancenumber|fingerprintdata|biometricdata)$/

/** Also known as: parameters for personal numbers. */
export const rule = defineRule({
  id: 'DATA-07',
  title: 'Personal numbers are asked for only where they are needed',
  why: 'A number that names a person for life stays in the conversation and in every log on its way.',
  clause: clauses.policyData,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const tool of objectTools(tools.list)) {
      const found = parametersOf(tool).filter(({ key }) => numbers.test(key))
      if (found.length === 0) continue
      const params = { tool: tool.name, parameters: found.map(({ name }) => name) }
      yield { case: 'asks', outcome: 'needs-human', at: tool.at, page: tool.page, params }
    }
  },
  text: {
    en: {
      pass: 'No argument asks for a personal number, such as that of a passport or a card.',
      cases: {
        asks: {
          message: 'Tool {tool} asks for personal numbers: {parameters}.',
          fix: 'A reviewer asks what {tool} needs them for. Ask for less, or let the user enter them on your own page.',
        },
      },
    },
    de: {
      title: 'Persönliche Nummern werden nur verlangt, wo sie nötig sind',
      why: 'Eine Nummer, die einen Menschen lebenslang bezeichnet, bleibt in der Unterhaltung und in jedem Protokoll auf dem Weg.',
      pass: 'Kein Argument verlangt eine persönliche Nummer, etwa die eines Passes oder einer Karte.',
      cases: {
        asks: {
          message: 'Das Werkzeug {tool} verlangt persönliche Nummern: {parameters}.',
          fix: 'Eine Prüferin fragt, wozu {tool} sie braucht. Verlangen Sie weniger, oder lassen Sie sie auf Ihrer eigenen Seite eingeben.',
        },
      },
    },
    es: {
      title: 'Los números personales se piden solo donde hacen falta',
      why: 'Un número que nombra a una persona de por vida queda en la conversación y en cada registro del camino.',
      pass: 'Ningún argumento pide un número personal, como el de un pasaporte o una tarjeta.',
      cases: {
        asks: {
          message: 'La herramienta {tool} pide números personales: {parameters}.',
          fix: 'Una persona pregunta para qué los necesita {tool}. Pida menos, o deje que se escriban en su propia página.',
        },
      },
    },
  },
  examples: {
    pass: [listed({ name: 'a', inputSchema: { properties: { cardId: { type: 'string' } } } })],
    fail: [listed({ name: 'a', inputSchema: { properties: { passport_number: { type: 'string' } } } })],
  },
})
