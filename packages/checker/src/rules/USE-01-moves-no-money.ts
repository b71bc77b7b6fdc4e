import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { money, moneyName } from '../phrases/business.ts'
import { defineRule } from '../rule.ts'
import { said, spoken } from '../text/said.ts'
import { speakers } from '../text/tool-texts.ts'

export const rule = defineRule({
  id: 'USE-01',
  title: 'Tools move no money',
  why: 'Payments and trades need more than a click in a conversation; the directory does not list tools that execute them.',
  clause: clauses.policyMoney,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const byName = new Set<string>()
    for (const speaker of speakers(tools)) {
      const [place] = speaker.texts.places
      if (!place || !moneyName.test(speaker.name.toLowerCase())) continue
      byName.add(speaker.at)
      yield spoken(speaker, place, 'transfer', speaker.name)
    }
    for (const draft of said(tools, money)) if (!byName.has(draft.at ?? '')) yield draft
  },
  text: {
    en: {
      pass: 'No tool speaks of moving money or assets.',
      cases: {
        transfer: {
          message: '{tool} seems to move money or assets ({where}): {words}',
          fix: 'A reviewer asks the publisher what {tool} executes. Preparing a payment that the user confirms elsewhere is no transfer.',
        },
        trade: {
          message: '{tool} seems to trade ({where}): {words}',
          fix: 'A reviewer asks the publisher what {tool} executes. Showing prices is no trade.',
        },
      },
    },
    de: {
      title: 'Werkzeuge bewegen kein Geld',
      why: 'Zahlungen und Handel brauchen mehr als einen Klick in einer Unterhaltung; das Verzeichnis führt keine Werkzeuge, die sie ausführen.',
      pass: 'Kein Werkzeug spricht davon, Geld oder Werte zu bewegen.',
      cases: {
        transfer: {
          message: '{tool} scheint Geld oder Werte zu bewegen ({where}): {words}',
          fix: 'Eine Prüferin fragt den Herausgeber, was {tool} ausführt. Eine Zahlung vorzubereiten, die der Benutzer anderswo bestätigt, ist keine Überweisung.',
        },
        trade: {
          message: '{tool} scheint zu handeln ({where}): {words}',
          fix: 'Eine Prüferin fragt den Herausgeber, was {tool} ausführt. Kurse zu zeigen ist kein Handel.',
        },
      },
    },
    es: {
      title: 'Las herramientas no mueven dinero',
      why: 'Los pagos y las operaciones necesitan más que un clic en una conversación; el directorio no incluye herramientas que los ejecuten.',
      pass: 'Ninguna herramienta habla de mover dinero o activos.',
      cases: {
        transfer: {
          message: '{tool} parece mover dinero o activos ({where}): {words}',
          fix: 'Una persona pregunta al editor qué ejecuta {tool}. Preparar un pago que el usuario confirma en otro sitio no es una transferencia.',
        },
        trade: {
          message: '{tool} parece comerciar ({where}): {words}',
          fix: 'Una persona pregunta al editor qué ejecuta {tool}. Mostrar precios no es comerciar.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed(
        { name: 'list_payments', description: 'Lists the payments of a customer.' },
        { name: 'b', description: 'Does not transfer money.' },
      ),
    ],
    fail: [
      listed({ name: 'send_payment' }),
      listed({ name: 'a', description: 'Transfers funds to a bank account.' }),
      listed({ name: 'a', description: 'Buys and sells bitcoin.' }),
    ],
  },
})
