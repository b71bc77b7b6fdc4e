import { clauses } from '../clauses.ts'
import { listed } from '../listed.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'
import { skeleton } from '../text/skeleton.ts'

export const rule = defineRule({
  id: 'TOOL-22',
  title: 'No two names look the same',
  why: 'A person who allows "send_mail" and a model that calls "sendMail" should mean the same tool.',
  clause: clauses.policyConfusion,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    const first = new Map<string, string>()
    for (const { name, at, page } of objectTools(tools.list)) {
      const shape = skeleton(name)
      const other = first.get(shape)
      if (other === undefined) first.set(shape, name)
      // Two equal names are TOOL-11's business.
      else if (other !== name) {
        yield {
          case: 'twins',
          outcome: 'needs-human',
          signal: 'collision',
          at,
          page,
          params: { tool: name, other },
          excerpt: [other, name],
        }
      }
    }
  },
  text: {
    en: {
      pass: 'No two tool names differ only in case, separators or look-alike letters.',
      cases: {
        twins: {
          message: 'The names {tool} and {other} look the same.',
          fix: 'Rename one of them so that a person can tell {tool} from {other}.',
        },
      },
    },
    de: {
      title: 'Keine zwei Namen sehen gleich aus',
      why: 'Wer „send_mail“ erlaubt und ein Modell, das „sendMail“ aufruft, sollten dasselbe Werkzeug meinen.',
      pass: 'Keine zwei Namen unterscheiden sich nur in Großschreibung, Trennzeichen oder ähnlich aussehenden Buchstaben.',
      cases: {
        twins: {
          message: 'Die Namen {tool} und {other} sehen gleich aus.',
          fix: 'Benennen Sie eines um, damit ein Mensch {tool} von {other} unterscheiden kann.',
        },
      },
    },
    es: {
      title: 'No hay dos nombres que parezcan iguales',
      why: 'Quien permite «send_mail» y un modelo que llama a «sendMail» deberían referirse a la misma herramienta.',
      pass: 'No hay dos nombres que difieran solo en mayúsculas, separadores o letras parecidas.',
      cases: {
        twins: {
          message: 'Los nombres {tool} y {other} parecen iguales.',
          fix: 'Cambie uno de ellos para que una persona distinga {tool} de {other}.',
        },
      },
    },
  },
  examples: {
    pass: [listed({ name: 'get_user' }, { name: 'get_users' }, { name: 'get_user' })],
    fail: [
      listed({ name: 'send_mail' }, { name: 'sendMail' }),
      listed({ name: 'copy' }, { name: '\u0441opy' }),
    ],
  },
})
