import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-04',
  title: 'An address filter is known',
  why: 'A filter that lets only the directory in keeps out clients on people’s own machines, and tests.',
  clause: clauses.faqTesting,
  scope: 'passive',
  needs: ['reach'],
  *check({ reach: { here, there } }) {
    if (here === undefined) {
      yield { outcome: 'not-applicable', because: 'one-place' }
      return
    }
    if (there.outcome !== 'answered' || here.outcome === 'answered') return
    yield {
      case: 'only-there',
      params: { status: here.status === undefined ? (here.problem ?? '') : `HTTP ${here.status}` },
    }
  },
  text: {
    en: {
      pass: 'The server treats this machine and the directory alike.',
      cases: {
        'only-there': {
          message: 'The server answers the directory and not this machine: {status}',
          fix: 'Say in the submission that an address filter protects the server. To test from here, lift the list for that time, or add your own address.',
        },
      },
    },
    de: {
      title: 'Ein Adressfilter ist bekannt',
      why: 'Ein Filter, der nur das Verzeichnis zulässt, hält Clients auf den Rechnern der Leute und Tests draußen.',
      pass: 'Der Server behandelt diesen Rechner und das Verzeichnis gleich.',
      cases: {
        'only-there': {
          message: 'Der Server antwortet dem Verzeichnis, aber nicht diesem Rechner: {status}',
          fix: 'Geben Sie bei der Einreichung an, dass ein Adressfilter den Server schützt. Für Tests von hier heben Sie die Liste solange auf oder fügen Ihre eigene Adresse hinzu.',
        },
      },
    },
    es: {
      title: 'Se conoce el filtro de direcciones',
      why: 'Un filtro que solo deja entrar al directorio deja fuera a los clientes en los equipos de las personas y a las pruebas.',
      pass: 'El servidor trata igual a este equipo y al directorio.',
      cases: {
        'only-there': {
          message: 'El servidor responde al directorio y no a este equipo: {status}',
          fix: 'Indique en el envío que un filtro de direcciones protege el servidor. Para probar desde aquí, levante la lista mientras tanto o añada su propia dirección.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        reach: {
          here: { outcome: 'answered', status: 200 },
          there: { outcome: 'answered', status: 200 },
          addresses: [],
        },
      },
      {
        reach: {
          here: { outcome: 'answered', status: 200 },
          there: { outcome: 'refused', status: 403 },
          addresses: [],
        },
      },
    ],
    fail: [
      {
        reach: {
          here: { outcome: 'refused', status: 403 },
          there: { outcome: 'answered', status: 200 },
          addresses: ['192.0.2.0/24'],
        },
      },
    ],
  },
})
