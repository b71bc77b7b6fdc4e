import { clauses } from '../clauses.ts'
import { objectTools } from '../raw-tool.ts'
import { defineRule } from '../rule.ts'

const MOST_CHARACTERS = 64

export const rule = defineRule({
  id: 'TOOL-10',
  title: 'Tool names have at most 64 characters',
  why: 'Model interfaces refuse longer names, and clients put the server name in front.',
  clause: clauses.policyTools,
  scope: 'passive',
  needs: ['tools'],
  *check({ tools }) {
    for (const { name, at, page } of objectTools(tools.list)) {
      const { length } = Array.from(name)
      if (length <= MOST_CHARACTERS) continue
      yield {
        case: 'long',
        at,
        page,
        params: { tool: name, length, most: MOST_CHARACTERS },
        excerpt: name,
      }
    }
  },
  text: {
    en: {
      pass: 'No tool name is longer than 64 characters.',
      cases: {
        long: {
          message: 'Tool {tool} has a name of {length} characters; at most {most} are allowed.',
          fix: 'Shorten the name of {tool}. Leave room for the prefix that clients add; 40 characters are safe.',
        },
      },
    },
    de: {
      title: 'Werkzeugnamen haben höchstens 64 Zeichen',
      why: 'Schnittstellen von Modellen lehnen längere Namen ab, und Clients setzen den Servernamen davor.',
      pass: 'Kein Werkzeugname ist länger als 64 Zeichen.',
      cases: {
        long: {
          message: 'Der Name des Werkzeugs {tool} hat {length} Zeichen; erlaubt sind höchstens {most}.',
          fix: 'Kürzen Sie den Namen von {tool}. Lassen Sie Platz für den Vorsatz, den Clients hinzufügen; 40 Zeichen sind sicher.',
        },
      },
    },
    es: {
      title: 'Los nombres de herramientas tienen como máximo 64 caracteres',
      why: 'Las interfaces de los modelos rechazan nombres más largos, y los clientes anteponen el nombre del servidor.',
      pass: 'Ningún nombre de herramienta supera los 64 caracteres.',
      cases: {
        long: {
          message:
            'El nombre de la herramienta {tool} tiene {length} caracteres; se permiten como máximo {most}.',
          fix: 'Acorte el nombre de {tool}. Deje sitio para el prefijo que añaden los clientes; 40 caracteres son seguros.',
        },
      },
    },
  },
  examples: {
    pass: [{ tools: { list: [{ page: 1, index: 1, raw: { name: 'a'.repeat(64) } }] } }],
    fail: [{ tools: { list: [{ page: 1, index: 1, raw: { name: 'a'.repeat(65) } }] } }],
  },
})
