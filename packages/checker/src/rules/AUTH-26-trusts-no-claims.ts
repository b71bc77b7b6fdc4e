import { clauses } from '../clauses.ts'
import type { ImpersonationFacts } from '../evidence/call-facts.ts'
import { defineRule } from '../rule.ts'

const example: ImpersonationFacts = { tool: 'list_notes', headers: 'same', clientName: 'refused' }

/** One call, repeated between two equal ones: only a difference that both of them lack counts. */
export const rule = defineRule({
  id: 'AUTH-26',
  title: 'Nobody becomes another by saying so',
  why: 'Headers such as X-User and the name of a client are written by whoever calls; trusting them is no login.',
  clause: clauses.faqLogin,
  scope: 'call',
  needs: ['impersonation'],
  *check({ impersonation: { tool, headers, clientName, excerpt } }) {
    const about = { at: `tools/${tool}`, params: { tool }, ...(excerpt === undefined ? {} : { excerpt }) }
    if (headers === 'other') yield { case: 'headers', ...about }
    if (clientName === 'other') yield { case: 'client-name', ...about }
  },
  text: {
    en: {
      pass: 'Headers that claim another user, and another name of the client, change nothing.',
      cases: {
        headers: {
          message: 'Tool {tool} gives another result when headers such as X-User claim another user.',
          fix: 'Take the user from the validated token alone; drop such headers at the edge.',
        },
        'client-name': {
          message: 'Tool {tool} gives another result when the client calls itself otherwise.',
          fix: 'Decide nothing by clientInfo; everybody can write there what they like.',
        },
      },
    },
    de: {
      title: 'Niemand wird durch eine Behauptung ein anderer',
      why: 'Kopfzeilen wie X-User und den Namen eines Clients schreibt, wer aufruft; ihnen zu trauen ist keine Anmeldung.',
      pass: 'Kopfzeilen, die einen anderen Nutzer behaupten, und ein anderer Name des Clients ändern nichts.',
      cases: {
        headers: {
          message:
            'Das Werkzeug {tool} liefert anderes, wenn Kopfzeilen wie X-User einen anderen Nutzer behaupten.',
          fix: 'Nehmen Sie den Nutzer allein aus dem geprüften Token; werfen Sie solche Kopfzeilen am Eingang weg.',
        },
        'client-name': {
          message: 'Das Werkzeug {tool} liefert anderes, wenn sich der Client anders nennt.',
          fix: 'Entscheiden Sie nichts nach clientInfo; dort kann jeder schreiben, was er will.',
        },
      },
    },
    es: {
      title: 'Nadie pasa a ser otro con solo decirlo',
      why: 'Cabeceras como X-User y el nombre del cliente las escribe quien llama; fiarse de ellas no es iniciar sesión.',
      pass: 'Las cabeceras que dicen ser otro usuario, y otro nombre del cliente, no cambian nada.',
      cases: {
        headers: {
          message:
            'La herramienta {tool} da otro resultado cuando cabeceras como X-User dicen ser otro usuario.',
          fix: 'Tome el usuario solo del token validado; descarte esas cabeceras a la entrada.',
        },
        'client-name': {
          message: 'La herramienta {tool} da otro resultado cuando el cliente se llama de otro modo.',
          fix: 'No decida nada por clientInfo; ahí cualquiera escribe lo que quiere.',
        },
      },
    },
  },
  examples: {
    pass: [{ impersonation: example }],
    fail: [
      {
        impersonation: {
          ...example,
          headers: 'other',
          excerpt: { before: 'user: ada', after: 'user: admin' },
        },
      },
      { impersonation: { ...example, clientName: 'other' } },
    ],
  },
})
