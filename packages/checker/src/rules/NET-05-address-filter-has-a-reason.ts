import { clauses } from '../clauses.ts'
import { defineRule } from '../rule.ts'

export const rule = defineRule({
  id: 'NET-05',
  title: 'An address filter is not the only protection without a reason',
  why: 'A filter lets in every user of an admitted network and shuts out clients on people’s own computers; OAuth does neither.',
  clause: clauses.faqAddressList,
  scope: 'passive',
  needs: ['addressFilter'],
  *check({ addressFilter: { filtered, login, reason } }) {
    if (!filtered || login) return
    if (reason === undefined) yield { case: 'unasked', outcome: 'needs-human' }
    else if (reason.trim() === '') yield { case: 'none' }
    else yield { case: 'given', outcome: 'needs-human', params: { reason }, excerpt: reason }
  },
  text: {
    en: {
      pass: 'The server is not protected by an address filter alone.',
      cases: {
        none: {
          message:
            'Only an address filter protects the server, and no reason is given why OAuth is not possible.',
          fix: 'Put OAuth before the server, or say why that is not possible.',
        },
        unasked: {
          message:
            'Only an address filter protects the server; the form did not ask why OAuth is not possible.',
          fix: 'A reviewer asks the publisher. Best put OAuth before the server.',
        },
        given: {
          message: 'Only an address filter protects the server; the publisher says why: {reason}',
          fix: 'A reviewer judges whether that reason holds.',
        },
      },
    },
    de: {
      title: 'Ein Adressfilter ist nicht ohne Grund der einzige Schutz',
      why: 'Ein Filter lässt jeden Benutzer eines zugelassenen Netzes ein und sperrt Clients auf eigenen Rechnern aus; OAuth tut beides nicht.',
      pass: 'Der Server ist nicht allein durch einen Adressfilter geschützt.',
      cases: {
        none: {
          message:
            'Nur ein Adressfilter schützt den Server, und es ist kein Grund genannt, warum OAuth nicht möglich ist.',
          fix: 'Stellen Sie OAuth vor den Server, oder sagen Sie, warum das nicht möglich ist.',
        },
        unasked: {
          message:
            'Nur ein Adressfilter schützt den Server; das Formular fragte nicht, warum OAuth nicht möglich ist.',
          fix: 'Eine Prüferin fragt den Herausgeber. Am besten stellen Sie OAuth vor den Server.',
        },
        given: {
          message: 'Nur ein Adressfilter schützt den Server; der Herausgeber sagt, warum: {reason}',
          fix: 'Eine Prüferin beurteilt, ob der Grund trägt.',
        },
      },
    },
    es: {
      title: 'Un filtro de direcciones no es la única protección sin motivo',
      why: 'Un filtro deja pasar a todo usuario de una red admitida y cierra a los clientes en equipos propios; OAuth no hace ninguna de las dos cosas.',
      pass: 'Al servidor no lo protege solo un filtro de direcciones.',
      cases: {
        none: {
          message:
            'Solo un filtro de direcciones protege al servidor, y no se da motivo de por qué OAuth no es posible.',
          fix: 'Ponga OAuth ante el servidor, o diga por qué no es posible.',
        },
        unasked: {
          message:
            'Solo un filtro de direcciones protege al servidor; el formulario no preguntó por qué OAuth no es posible.',
          fix: 'Una persona pregunta al editor. Lo mejor es poner OAuth ante el servidor.',
        },
        given: {
          message: 'Solo un filtro de direcciones protege al servidor; el editor dice por qué: {reason}',
          fix: 'Una persona juzga si el motivo vale.',
        },
      },
    },
  },
  examples: {
    pass: [
      { addressFilter: { filtered: false, login: false } },
      { addressFilter: { filtered: true, login: true, reason: '' } },
    ],
    fail: [
      { addressFilter: { filtered: true, login: false, reason: '' } },
      { addressFilter: { filtered: true, login: false } },
      { addressFilter: { filtered: true, login: false, reason: 'The data belongs to one network.' } },
    ],
  },
})
