import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-03',
  title: 'The directory reaches the server',
  why: 'Users call the server through the directory; what it cannot reach, nobody can use there.',
  clause: clauses.faqTesting,
  scope: 'passive',
  needs: ['reach'],
  *check({ reach: { here, there, addresses } }) {
    if (there.outcome === 'answered') return
    const status = there.status === undefined ? (there.problem ?? '') : `HTTP ${there.status}`
    const more = { addresses: addresses.length === 0 ? ['–'] : [...addresses] }
    if (there.outcome === 'refused') {
      const { network } = there
      yield network === undefined
        ? { case: 'refused', params: { status, ...more } }
        : { case: 'network', signal: 'firewall', params: { status, network, ...more } }
    } else if (here?.outcome === 'answered') {
      yield { case: 'only-here', params: { status, ...more } }
    } else {
      yield { outcome: 'could-not-look', because: 'unreachable', params: { problem: status } }
    }
  },
  text: {
    en: {
      pass: 'The directory’s request reached the server.',
      cases: {
        refused: {
          message:
            'The directory’s request was turned away ({status}) before the server asked for a credential.',
          fix: 'Let the directory’s addresses in ({addresses}), or lift the filter for the time of the review.',
        },
        network: {
          message: 'The directory’s request was turned away by {network} ({status}).',
          fix: 'Add a rule at {network} that lets the directory’s addresses in ({addresses}) without a challenge.',
        },
        'only-here': {
          message: 'The server answers here and not the directory: {status}',
          fix: 'Let the directory’s addresses in ({addresses}), or lift the filter for the time of the test and check again.',
        },
      },
    },
    de: {
      title: 'Das Verzeichnis erreicht den Server',
      why: 'Nutzer rufen den Server über das Verzeichnis auf; was dieses nicht erreicht, kann dort niemand nutzen.',
      pass: 'Die Anfrage des Verzeichnisses hat den Server erreicht.',
      cases: {
        refused: {
          message:
            'Die Anfrage des Verzeichnisses wurde abgewiesen ({status}), bevor der Server nach Zugangsdaten fragte.',
          fix: 'Lassen Sie die Adressen des Verzeichnisses zu ({addresses}), oder heben Sie den Filter für die Zeit der Prüfung auf.',
        },
        network: {
          message: 'Die Anfrage des Verzeichnisses wurde von {network} abgewiesen ({status}).',
          fix: 'Legen Sie bei {network} eine Regel an, die die Adressen des Verzeichnisses ({addresses}) ohne Rückfrage zulässt.',
        },
        'only-here': {
          message: 'Der Server antwortet hier, aber nicht dem Verzeichnis: {status}',
          fix: 'Lassen Sie die Adressen des Verzeichnisses zu ({addresses}), oder heben Sie den Filter für die Zeit des Tests auf und prüfen Sie noch einmal.',
        },
      },
    },
    es: {
      title: 'El directorio alcanza el servidor',
      why: 'Los usuarios llaman al servidor a través del directorio; lo que este no alcanza, nadie puede usarlo allí.',
      pass: 'La petición del directorio llegó al servidor.',
      cases: {
        refused: {
          message:
            'La petición del directorio fue rechazada ({status}) antes de que el servidor pidiera credenciales.',
          fix: 'Deje entrar las direcciones del directorio ({addresses}), o levante el filtro mientras dure la revisión.',
        },
        network: {
          message: 'La petición del directorio fue rechazada por {network} ({status}).',
          fix: 'Añada en {network} una regla que deje entrar sin comprobación las direcciones del directorio ({addresses}).',
        },
        'only-here': {
          message: 'El servidor responde aquí y no al directorio: {status}',
          fix: 'Deje entrar las direcciones del directorio ({addresses}), o levante el filtro mientras dure la prueba y compruebe de nuevo.',
        },
      },
    },
  },
  examples: {
    pass: [
      { reach: { there: { outcome: 'answered', status: 401 }, addresses: [] } },
      {
        reach: {
          here: { outcome: 'silent', problem: 'timed out' },
          there: { outcome: 'answered', status: 200 },
          addresses: ['192.0.2.0/24'],
        },
      },
    ],
    fail: [
      { reach: { there: { outcome: 'refused', status: 403 }, addresses: ['192.0.2.0/24'] } },
      {
        reach: {
          here: { outcome: 'answered', status: 200 },
          there: { outcome: 'refused', status: 403, network: 'Cloudflare' },
          addresses: ['192.0.2.0/24'],
        },
      },
      {
        reach: {
          here: { outcome: 'answered', status: 200 },
          there: { outcome: 'silent', problem: 'timed out' },
          addresses: ['192.0.2.0/24'],
        },
      },
    ],
  },
})
