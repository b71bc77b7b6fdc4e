import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

/** Also known as: session fixation. */
export const rule = defineRule({
  id: 'TRN-17',
  title: 'The server makes the session ids itself',
  why: 'Who can choose the id of a session knows it, and reads along when somebody else uses it.',
  clause: clauses.mcpSecurity,
  scope: 'passive',
  needs: ['fixation'],
  *check({ fixation: { adopted, status } }) {
    if (adopted) yield { case: 'adopted', params: { status } }
  },
  text: {
    en: {
      pass: 'A session id that a client brings to initialize is not taken over.',
      cases: {
        adopted: {
          message:
            'initialize with a session id of the client opens a session of that very id (HTTP {status}).',
          fix: 'Make a new random id at every initialize, whatever Mcp-Session-Id the request has.',
        },
      },
    },
    de: {
      title: 'Der Server vergibt die Sitzungskennungen selbst',
      why: 'Wer die Kennung einer Sitzung wählen kann, kennt sie und liest mit, wenn ein anderer sie benutzt.',
      pass: 'Eine Sitzungskennung, die ein Client zu initialize mitbringt, wird nicht übernommen.',
      cases: {
        adopted: {
          message:
            'initialize mit einer Sitzungskennung des Clients öffnet eine Sitzung mit eben dieser Kennung (HTTP {status}).',
          fix: 'Erzeugen Sie bei jedem initialize eine neue zufällige Kennung, welche Mcp-Session-Id die Anfrage auch trägt.',
        },
      },
    },
    es: {
      title: 'El servidor crea él mismo los identificadores de sesión',
      why: 'Quien puede elegir el identificador de una sesión lo conoce, y lee cuando otro la usa.',
      pass: 'Un identificador de sesión que el cliente trae a initialize no se adopta.',
      cases: {
        adopted: {
          message:
            'initialize con un identificador de sesión del cliente abre una sesión con ese mismo identificador (HTTP {status}).',
          fix: 'Cree un identificador aleatorio nuevo en cada initialize, sea cual sea el Mcp-Session-Id de la petición.',
        },
      },
    },
  },
  examples: {
    pass: [{ fixation: { adopted: false, status: 200 } }, { fixation: { adopted: false, status: 404 } }],
    fail: [{ fixation: { adopted: true, status: 200 } }],
  },
})
