import { clauses } from '../clauses.ts'
import type { UrlOption } from '../submission.ts'
import { defineRule } from '../rule.ts'

/** Which ways to log in an option for addresses rules out: nobody can hold one client for servers not yet known. */
const excluded: Readonly<Record<UrlOption['kind'], readonly string[]>> = {
  universal: [],
  list: ['custom-connection'],
  pattern: ['operator-client'],
}

export const rule = defineRule({
  id: 'NET-11',
  title: 'The choice of addresses and the login fit together',
  why: 'A client that the directory holds belongs to known addresses; a connection that users describe needs no list.',
  clause: clauses.loginModes,
  scope: 'passive',
  needs: ['urlOption', 'declaredLogin'],
  *check({ urlOption: { option }, declaredLogin: { mode } }) {
    if (!excluded[option.kind].includes(mode)) return
    yield { case: option.kind === 'list' ? 'list' : 'pattern', params: { mode } }
  },
  text: {
    en: {
      pass: 'The choice of addresses and the login fit together.',
      cases: {
        list: {
          message:
            'A list of addresses does not go with a connection that users describe themselves ({mode}).',
          fix: 'Choose one address or a pattern, or another login.',
        },
        pattern: {
          message: 'A pattern of addresses does not go with a client that the directory holds ({mode}).',
          fix: 'List the addresses, or let clients register themselves.',
        },
      },
    },
    de: {
      title: 'Auswahl der Adressen und Anmeldung passen zusammen',
      why: 'Ein Client, den das Verzeichnis verwahrt, gehört zu bekannten Adressen; eine Verbindung, die Benutzer selbst beschreiben, braucht keine Liste.',
      pass: 'Auswahl der Adressen und Anmeldung passen zusammen.',
      cases: {
        list: {
          message:
            'Eine Liste von Adressen passt nicht zu einer Verbindung, die Benutzer selbst beschreiben ({mode}).',
          fix: 'Wählen Sie eine Adresse oder ein Muster, oder eine andere Anmeldung.',
        },
        pattern: {
          message:
            'Ein Muster von Adressen passt nicht zu einem Client, den das Verzeichnis verwahrt ({mode}).',
          fix: 'Führen Sie die Adressen auf, oder lassen Sie Clients sich selbst registrieren.',
        },
      },
    },
    es: {
      title: 'La elección de direcciones y el acceso encajan',
      why: 'Un cliente que guarda el directorio pertenece a direcciones conocidas; una conexión que describen los usuarios no necesita lista.',
      pass: 'La elección de direcciones y el acceso encajan.',
      cases: {
        list: {
          message:
            'Una lista de direcciones no encaja con una conexión que describen los propios usuarios ({mode}).',
          fix: 'Elija una dirección o un patrón, u otro modo de acceso.',
        },
        pattern: {
          message: 'Un patrón de direcciones no encaja con un cliente que guarda el directorio ({mode}).',
          fix: 'Enumere las direcciones, o deje que los clientes se registren solos.',
        },
      },
    },
  },
  examples: {
    pass: [
      {
        urlOption: { option: { kind: 'universal' } },
        declaredLogin: { mode: 'operator-client', startsOpen: false, addressFilter: false },
      },
    ],
    fail: [
      {
        urlOption: { option: { kind: 'list', urls: [] } },
        declaredLogin: { mode: 'custom-connection', startsOpen: false, addressFilter: false },
      },
      {
        urlOption: { option: { kind: 'pattern', pattern: '', sample: '' } },
        declaredLogin: { mode: 'operator-client', startsOpen: false, addressFilter: false },
      },
    ],
  },
})
