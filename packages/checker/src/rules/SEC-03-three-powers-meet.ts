import { clauses } from '../clauses.ts'
import { deedOf, prefixOf } from '../head-verb.ts'
import { splitName } from '../hints.ts'
import { listed } from '../listed.ts'
import { annotationsOf, objectTools, type NamedTool } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const owned =
  words(`mail mails email emails inbox message messages thread threads conversation conversations chat
  chats dm dms file files document documents doc docs drive note notes calendar contact contacts customer customers
  invoice invoices payment payments order orders transaction transactions record records database table tables secret
  secrets employee employees patient patients repo repository repositories ticket tickets account accounts statement`)
const foreign =
  words(`mail mails email emails inbox message messages thread threads chat comment comments review
  reviews issue issues ticket tickets url urls web website webpage page html feed rss tweet tweets post posts search
  article articles news site scrape crawl fetch browse pr discussion discussions`)
const sends =
  words(`send post reply publish comment share forward invite upload tweet notify email message submit
  push broadcast`)

/** Also known as: lethal trifecta. */
export const rule = defineRule({
  id: 'SEC-03',
  title: 'Private data, foreign text and sending do not meet unwatched',
  why: 'Where one server reads private data, reads what strangers wrote, and sends, a sentence by a stranger can carry data away.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const all = [...objectTools(tools.list)]
    const prefix = prefixOf(all.map(({ name }) => name))
    const powers = { reads: [] as string[], foreign: [] as string[], sends: [] as string[] }
    for (const tool of all) {
      const parts = splitName(tool.name)
      if (doesSend(tool, parts, prefix)) powers.sends.push(tool.name)
      else if (doesRead(tool, prefix)) {
        if (parts.some((part) => owned.has(part))) powers.reads.push(tool.name)
        if (parts.some((part) => foreign.has(part))) powers.foreign.push(tool.name)
      }
    }
    if (Object.values(powers).some(({ length }) => length === 0)) return
    const params = Object.fromEntries(
      Object.entries(powers).map(([power, names]) => [power, names.slice(0, 8)]),
    )
    yield { case: 'meet', outcome: 'needs-human', params, excerpt: params }
  },
  text: {
    en: {
      pass: 'By their names the tools do not read private data, read foreign text and send, all three.',
      cases: {
        meet: {
          message:
            'One server reads private data ({reads}), reads what others wrote ({foreign}) and sends ({sends}).',
          fix: 'A reviewer asks what keeps a text by a stranger from sending data away: a confirmation, a list of recipients, marked foreign text.',
        },
      },
    },
    de: {
      title: 'Private Daten, fremder Text und Senden treffen sich nicht unbeobachtet',
      why: 'Wo ein Server private Daten liest, liest, was Fremde schrieben, und sendet, kann ein fremder Satz Daten forttragen.',
      pass: 'Den Namen nach lesen die Werkzeuge nicht private Daten und fremden Text und senden zugleich.',
      cases: {
        meet: {
          message:
            'Ein Server liest private Daten ({reads}), liest, was andere schrieben ({foreign}), und sendet ({sends}).',
          fix: 'Eine Prüferin fragt, was einen fremden Text daran hindert, Daten zu versenden: eine Rückfrage, eine Liste von Empfängern, gekennzeichneter fremder Text.',
        },
      },
    },
    es: {
      title: 'Datos privados, texto ajeno y envío no se juntan sin vigilancia',
      why: 'Donde un servidor lee datos privados, lee lo que otros escribieron y envía, una frase ajena puede llevarse datos.',
      pass: 'Por sus nombres, las herramientas no leen datos privados, leen texto ajeno y envían a la vez.',
      cases: {
        meet: {
          message:
            'Un mismo servidor lee datos privados ({reads}), lee lo que otros escribieron ({foreign}) y envía ({sends}).',
          fix: 'Una persona pregunta qué impide que un texto ajeno envíe datos: una confirmación, una lista de destinatarios, el texto ajeno marcado.',
        },
      },
    },
  },
  examples: {
    pass: [
      listed({ name: 'list_files' }, { name: 'fetch_url' }, { name: 'create_file' }),
      listed({ name: 'send_message' }, { name: 'list_channels' }),
    ],
    fail: [listed({ name: 'read_inbox' }, { name: 'list_contacts' }, { name: 'send_email' })],
  },
})

function doesSend(tool: NamedTool, parts: readonly string[], prefix: readonly string[]): boolean {
  if (annotationsOf(tool)['readOnlyHint'] === true) return false
  const own = parts.slice(prefix.every((part, index) => parts[index] === part) ? prefix.length : 0)
  return sends.has(own[0] ?? '') || own.includes('webhook')
}

function doesRead(tool: NamedTool, prefix: readonly string[]): boolean {
  return annotationsOf(tool)['readOnlyHint'] === true || deedOf(tool.name, prefix)?.deed === 'read'
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
